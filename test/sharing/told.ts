import type { Person } from '../../functions/directory/port/actor.ts';
import { sharingApp } from '../../functions/sharing/routes.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { fullConsent } from '../support/consent-and-plan.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import { now, prepareCase } from '../support/prepared-case.ts';

/** A case with two prosecutors of two authorities, and a victim who told her support officer something. */

export type Purpose = 'this-prosecution' | 'compensation' | 'protection';

export async function told(store = memoryStore()) {
  const second = await enterPerson(store, 'prosecutor');
  const prosecutor = await enterPerson(store, 'prosecutor');
  const there = { agencyId: prosecutor.agencyId };
  const [colleague, officerThere, otherOfficer] = await Promise.all([
    enterPerson(store, 'prosecutor', there),
    enterPerson(store, 'support-officer', there),
    enterPerson(store, 'support-officer'),
  ]);
  const others = [second, colleague, officerThere, otherOfficer];
  const prepared = await prepareCase(store, { prosecutor }, others);
  const { caseId, witness, people } = prepared;
  const holder = people['support-officer'];
  const post = (verb: string, body: object, by: Person, at = now, key?: string, over: Store = store) =>
    ask(
      sharingApp(contextOver(over, at)),
      actorOf(by),
      'POST',
      `/api/sharing/${caseId}/${witness}/${verb}`,
      body,
      key,
    );
  const read = (by: Person, at = now) =>
    ask(sharingApp(contextOver(store, at)), actorOf(by), 'GET', `/api/sharing/${caseId}/${witness}`);
  const tasks = async (by: Person, at = now): Promise<{ task: string; late: boolean; dueAt: string }[]> =>
    (await ask(sharingApp(contextOver(store, at)), actorOf(by), 'GET', '/api/sharing/tasks')).body.tasks;
  /** What she agrees to: each authority by an officer of it, with the purpose. */
  const consent = (named: readonly (readonly [Person, Purpose])[], at = now, more: object = {}) =>
    ask(
      witnessesApp(contextOver(store, at)),
      actorOf(holder),
      'POST',
      `/api/witnesses/${caseId}/${witness}/consent`,
      {
        ...fullConsent,
        sharing: named.map(([{ agencyId, agencyName, country }, purpose]) => ({
          authority: agencyName,
          state: country,
          purpose,
          agency: agencyId,
        })),
        ...more,
      },
    );
  const withdraw = (at = now, over: Store = store) =>
    ask(
      witnessesApp(contextOver(over, at)),
      actorOf(holder),
      'POST',
      `/api/witnesses/${caseId}/${witness}/withdrawal`,
      {},
    );
  const keep = (text = 'The driver has a scar.') => post('information', { text }, holder);
  const share = (to: Person, purpose: Purpose = 'this-prosecution', more: object = {}, at = now) =>
    post('shares', { information: 1, to: to.agencyId, purpose, ...more }, holder, at);
  const receive = (by: Person, number: number, at = now) =>
    post('receipts', { share: number, limits: 'accepted' }, by, at);
  return {
    store,
    prepared,
    caseId,
    witness,
    people,
    holder,
    first: people.prosecutor,
    second,
    /** A prosecutor and a support officer of the first one's agency, and a support officer of an agency of their own. */
    colleague,
    officerThere,
    otherOfficer,
    post,
    read,
    tasks,
    consent,
    withdraw,
    keep,
    share,
    receive,
  };
}

export type Told = Awaited<ReturnType<typeof told>>;

/** Kept, consented to and shared with the first prosecutor's authority: the share is number 2. */
export async function shared(store = memoryStore()) {
  const here = await told(store);
  await here.consent([[here.first, 'this-prosecution']]);
  await here.keep();
  const { status, body } = await here.share(here.first);
  if (status !== 201) throw new Error(`Not shared: ${JSON.stringify(body)}`);
  return here;
}
