import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hono } from 'hono';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { interpretingApp } from '../../../functions/interpreting/routes.ts';
import { requestsApp } from '../../../functions/requests/routes.ts';
import { doorKey, parseDoor } from '../../../functions/sessions/port/door.ts';
import type { GateName } from '../../../functions/sessions/port/gates.ts';
import type { Context } from '../../../functions/shared/http/call.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { witnessesApp } from '../../../functions/witnesses/routes.ts';
import { scheduledStore } from '../../support/faulty-store.ts';
import { actorOf, ask, contextOver, type Told } from '../../support/in-process.ts';
import { gateBodies } from '../../support/interview.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { book, cancel, entriesOf, now, prepareCase, type PreparedCase } from '../prepared-case.ts';

type Decided = Exclude<GateName, 'attendingOfficer'>;

/** Each gate that is decided by `gateDecision`: by whom, and what the log calls it. */
const roads: Readonly<
  Record<
    Decided,
    {
      readonly app: (context: Context) => Hono;
      readonly path: string;
      readonly by: keyof PreparedCase['people'];
      readonly body: object;
      readonly action: string;
      /** Where its decisions are kept. */
      readonly series: readonly [table: string, name: string];
    }
  >
> = {
  permission: {
    app: requestsApp,
    path: 'requests/*/permission',
    by: 'central-authority',
    body: { ...gateBodies.permission, decidedOn: '2027-02-01', validUntil: '2027-12-31' },
    action: 'permission.granted',
    series: ['requests', 'permission'],
  },
  consent: {
    app: witnessesApp,
    path: 'witnesses/*/consent',
    by: 'support-officer',
    body: gateBodies.consent,
    action: 'consent.given',
    series: ['witnesses', 'consent'],
  },
  riskPlan: {
    app: witnessesApp,
    path: 'witnesses/*/risk-plan',
    by: 'support-officer',
    body: gateBodies.riskPlan,
    action: 'risk-plan.approved',
    series: ['witnesses', 'plan'],
  },
  interpreter: {
    app: interpretingApp,
    path: 'interpreting/*/assignment',
    by: 'clerk',
    body: gateBodies.interpreter,
    action: 'interpreter.confirmed',
    series: ['interpreting', 'assignment'],
  },
};
const everyGate = Object.keys(roads) as Decided[];

async function booked(): Promise<{ prepared: PreparedCase; sessionId: string }> {
  const prepared = await prepareCase(memoryStore());
  const answer = await book(prepared, '2027-03-03T09:00');
  expect(answer).toMatchObject({ status: 201 });
  return { prepared, sessionId: answer.body.sessionId as string };
}

const decide = (
  { prepared, sessionId }: { prepared: PreparedCase; sessionId: string },
  gate: Decided,
  { by, store = prepared.store }: { readonly by?: Person; readonly store?: Store } = {},
): Promise<Told> => {
  const { app, path, body, by: role } = roads[gate];
  const who = actorOf(by ?? prepared.people[role]);
  return ask(app(contextOver(store, now)), who, 'POST', `/api/${path.replace('*', sessionId)}`, body);
};
const gatesNow = async ({ store }: PreparedCase, sessionId: string) =>
  parseDoor((await store.get([doorKey(sessionId)]))[0]).gates;
const kept = ({ store }: PreparedCase, sessionId: string, gate: Decided) => {
  const [table, name] = roads[gate].series;
  return store.query(table, `session#${sessionId}`, { prefix: `${name}#` });
};

describe.each(everyGate)('the gate %s', (gate) => {
  test('opens with its record and its entry, and says by whom', async () => {
    const session = await booked();
    const { prepared, sessionId } = session;
    expect(await decide(session, gate)).toMatchObject({ status: 201 });
    expect(await gatesNow(prepared, sessionId)).toMatchObject({ [gate]: 'open' });
    const recordedBy = prepared.people[roads[gate].by].personId;
    expect(await kept(prepared, sessionId, gate)).toMatchObject([
      { number: 1, recordedBy, recordedAt: now.toISOString() },
    ]);
    const entries = await entriesOf(prepared.store, sessionId);
    expect(entries.at(-1)).toMatchObject({
      action: roads[gate].action,
      actor: { role: roads[gate].by },
      occurredAt: now.toISOString(),
    });
  });

  test('cannot be decided of a session that is over', async () => {
    const session = await booked();
    await cancel(session.prepared, session.sessionId);
    const before = await entriesOf(session.prepared.store, session.sessionId);
    expect(await decide(session, gate)).toMatchObject({ status: 410, body: { code: 'room-ended' } });
    expect(await kept(session.prepared, session.sessionId, gate)).toEqual([]);
    expect(await entriesOf(session.prepared.store, session.sessionId)).toEqual(before);
  });
});

test('decisions on every gate at once all stand, each once, in whatever order they come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const session = await booked();
      const store = scheduledStore(session.prepared.store, scheduler);
      // Consent twice, so that two of one series meet as well.
      const all = [...everyGate, 'consent' as const].map((gate) => decide(session, gate, { store }));
      await scheduler.waitFor(Promise.all(all));
      for (const answer of await Promise.all(all)) expect(answer).toMatchObject({ status: 201 });
      const { prepared, sessionId } = session;
      expect(await gatesNow(prepared, sessionId)).toMatchObject(
        Object.fromEntries(everyGate.map((gate) => [gate, 'open'])),
      );
      const numbers = (await kept(prepared, sessionId, 'consent')).map(({ number }) => number);
      expect(numbers).toEqual([1, 2]);
      const actions = (await entriesOf(prepared.store, sessionId)).map(({ action }) => action);
      expect(actions.filter((action) => action === 'consent.given')).toHaveLength(2);
    }),
    { numRuns: 15 },
  );
});
