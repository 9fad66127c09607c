import type { Person } from '../../functions/directory/port/actor.ts';
import { ordersApp } from '../../functions/orders/routes.ts';
import { keptWhollyApart, nothingOrdered } from '../../functions/orders/port/measures.ts';
import { orderedAt, readStandingOrders } from '../../functions/orders/port/standing-orders.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { instantOf } from '../../functions/shared/values/instants.ts';
import { actorOf, ask, contextOver, type Told } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import { admitted, nameParty, now, prepareCase } from '../support/prepared-case.ts';

/** A case with an accused who has counsel, and a victim who has one too, before a court in memory. */

export const screened = { ...nothingOrdered, seen: 'not', sees: 'not' } as const;
export const apart = keptWhollyApart;
export const free = nothingOrdered;

export type Asker = 'prosecutor' | 'clerk' | 'support-officer' | 'judge' | 'defence' | 'victims';

export async function court() {
  const store = memoryStore();
  const prepared = await prepareCase(store);
  const accused = await nameParty(prepared, 'accused');
  const [defence, victims] = [
    await admitted(prepared, 'defence-counsel', accused),
    await admitted(prepared, 'victim-counsel', prepared.witness),
  ];
  const { caseId, witness, people } = prepared;
  const who = (asker: Asker | Person): Person => {
    if (typeof asker !== 'string') return asker;
    if (asker === 'defence') return defence;
    return asker === 'victims' ? victims : people[asker];
  };
  const pair = { kind: 'pair', protected: witness, from: accused } as const;
  const over = (other: Store, at = now) => ordersApp(contextOver(other, at));
  const post = (verb: string, body: object, by: Asker | Person, at = now, key?: string): Promise<Told> =>
    ask(over(store, at), actorOf(who(by)), 'POST', `/api/orders/${caseId}/${verb}`, body, key);
  const read = async (by: Asker | Person, at = now) =>
    ask(over(store, at), actorOf(who(by)), 'GET', `/api/orders/${caseId}`);
  const apply = (measures: object = screened, by: Asker | Person = 'support-officer', more: object = {}) =>
    post('applications', { wanted: { ...pair, measures }, ground: 'She is afraid.', ...more }, by);
  const state = (by: Asker | Person = 'defence') =>
    post('statements', { about: pair, statement: 'The accused wants to see who speaks.' }, by);
  const decide = (ruling: object, read_: number, by: Asker | Person = 'judge', at = now, key?: string) =>
    post('decisions', { ruling, read: read_, reasons: 'As was said in court.' }, by, at, key);
  const order = (measures: object, more: object = {}) => ({
    decision: 'order',
    wanted: { ...pair, measures },
    defence: { was: 'not-heard', reason: 'No counsel could be reached.' },
    ...more,
  });
  const ordered = async (at = now) =>
    orderedAt(await readStandingOrders(store, caseId), instantOf(at.getTime()));
  return {
    store,
    prepared,
    accused,
    counsel: { defence, victims },
    pair,
    over,
    who,
    post,
    read,
    apply,
    state,
    decide,
    order,
    ordered,
  };
}

export type Court = Awaited<ReturnType<typeof court>>;
