import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hono } from 'hono';
import type { Office } from '../../support/office.ts';
import { interpretingApp } from '../../../functions/interpreting/routes.ts';
import { requestsApp } from '../../../functions/requests/routes.ts';
import { doorKey, parseDoor } from '../../../functions/sessions/port/door.ts';
import { gateNames, type GateName } from '../../../functions/sessions/port/gates.ts';
import type { SessionKind } from '../../../functions/sessions/port/kind-names.ts';
import type { Context } from '../../../functions/shared/http/call.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { witnessesApp } from '../../../functions/witnesses/routes.ts';
import { faultyStore, scheduledStore } from '../../support/faulty-store.ts';
import { actorOf, ask, contextOver, type Told } from '../../support/in-process.ts';
import { standingGates } from '../../../functions/cases/port/standing.ts';
import { personPartition } from '../../../functions/cases/port/standing-decision.ts';
import { follow } from '../../support/followed.ts';
import { gateRoads } from '../../support/interview.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { now, prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { bookKind, bookWith, cancel } from '../../support/session-verbs.ts';

/** The capabilities that decide gates in this way. */
const apps: Readonly<Record<string, (context: Context) => Hono>> = {
  requests: requestsApp,
  witnesses: witnessesApp,
  interpreting: interpretingApp,
};
const capabilityOf = (gate: GateName): string => gateRoads[gate].capability;
const decided = gateNames.filter((gate) => capabilityOf(gate) in apps);
/** Those that are of one session, and those that stand for a person and the case. */
const ofSession = decided.filter((gate) => !standingGates.some((each) => each === gate));

async function booked(
  kind: SessionKind = 'interview',
  more?: object,
): Promise<{ prepared: PreparedCase; sessionId: string }> {
  const prepared = await prepareCase(memoryStore());
  const answer =
    more === undefined
      ? await bookKind(prepared, '2027-03-03T09:00', kind)
      : await bookWith(prepared, '2027-03-03T09:00', { kind, ...more });
  expect(answer).toMatchObject({ status: 201 });
  return { prepared, sessionId: answer.body.sessionId as string };
}

async function decide(
  { prepared, sessionId }: { prepared: PreparedCase; sessionId: string },
  gate: GateName,
  store = prepared.store,
): Promise<Told> {
  const { path, body, by, second } = gateRoads[gate];
  const app = apps[capabilityOf(gate)]?.(contextOver(store, now));
  if (app === undefined) throw new Error(`Nobody decides ${gate} in this way.`);
  const ids = Object.fromEntries(
    Object.entries(prepared.people).map(([role, { personId }]) => [role, personId]),
  ) as Office['ids'];
  const at = { ...prepared, sessionId };
  let told = await ask(app, actorOf(prepared.people[by]), 'POST', path(at), body({ ids }));
  if (second !== undefined && told.status === 201) {
    const given = second.body(told.body as Record<string, unknown>);
    told = await ask(app, actorOf(prepared.people[second.by]), 'POST', second.path(at), given);
  }
  await follow(prepared.store, prepared);
  return told;
}
const gatesNow = async ({ store }: PreparedCase, sessionId: string) =>
  parseDoor((await store.get([doorKey(sessionId)]))[0]).gates;
/** What the capability keeps about the session, or about whoever is heard in it. */
const kept = ({ store, caseId, witness }: PreparedCase, sessionId: string, gate: GateName) =>
  store.query(
    capabilityOf(gate),
    ofSession.includes(gate) ? `session#${sessionId}` : personPartition(caseId, witness),
  );

describe.each(ofSession)('the gate %s', (gate) => {
  test('opens with its record and its entry, and says by whom', async () => {
    const session = await booked();
    const { prepared, sessionId } = session;
    expect(await decide(session, gate)).toMatchObject({ status: 201 });
    expect(await gatesNow(prepared, sessionId)).toMatchObject({ [gate]: 'open' });
    const recordedBy = prepared.people[gateRoads[gate].by].personId;
    expect(await kept(prepared, sessionId, gate)).toMatchObject([
      { number: 1, recordedBy, recordedAt: now.toISOString() },
    ]);
    const entries = await entriesIn(prepared.store, sessionId);
    expect(entries).toHaveLength(2);
    expect(entries.at(-1)).toMatchObject({
      actor: { role: gateRoads[gate].by },
      occurredAt: now.toISOString(),
    });
  });

  test('cannot be decided while the time is only held', async () => {
    const session = await booked('interview', { holdMinutes: 60 });
    const before = new Map((session.prepared.store as MemoryStore).items);
    expect(await decide(session, gate)).toMatchObject({ status: 409, body: { code: 'hold-not-confirmed' } });
    expect(new Map((session.prepared.store as MemoryStore).items)).toEqual(before);
  });

  test('cannot be decided of a session that is over', async () => {
    const session = await booked();
    await cancel(session.prepared, session.sessionId);
    const before = await entriesIn(session.prepared.store, session.sessionId);
    expect(await decide(session, gate)).toMatchObject({ status: 410, body: { code: 'room-ended' } });
    expect(await kept(session.prepared, session.sessionId, gate)).toEqual([]);
    expect(await entriesIn(session.prepared.store, session.sessionId)).toEqual(before);
  });
});

/** Nobody is heard in a meeting; no State’s word is needed to visit somebody, or to rehearse. */
describe.each([
  ['interpreter', 'preparation-visit', 'gate-not-needed'],
  // Whoever’s turn these would be has no seat in it, so that it is not there.
  ['interpreter', 'central-authority-meeting', 'not-found'],
] as const)('the gate %s, of which a %s knows nothing,', (gate, kind, code) => {
  test('cannot be written', async () => {
    const session = await booked(kind);
    const { store } = session.prepared;
    const before = new Map((store as MemoryStore).items);
    expect(await decide(session, gate)).toMatchObject({ body: { code } });
    expect(new Map((store as MemoryStore).items)).toEqual(before);
  });
});

test('what closes the door comes through also where nearly every try meets another transaction', async () => {
  const contended = (store: Store) => faultyStore(store, (write) => (write < 40 ? 'conflict' : 'none'));
  for (const gate of ['permission', 'riskPlan'] as const) {
    const { prepared, sessionId } = await booked();
    const told = await decide({ prepared, sessionId }, gate, contended(prepared.store));
    expect(told).toMatchObject({ status: 201 });
  }
  const { prepared, sessionId } = await booked();
  const { store } = prepared;
  const cancelled = await cancel(prepared, sessionId, prepared.over(contended(store)));
  expect(cancelled).toMatchObject({ status: 201 });
  const other = await booked();
  const app = witnessesApp(contextOver(contended(other.prepared.store), now));
  const path = `/api/witnesses/${other.prepared.caseId}/${other.prepared.witness}/withdrawal`;
  const holder = actorOf(other.prepared.people['support-officer']);
  expect(await ask(app, holder, 'POST', path)).toMatchObject({ status: 201 });
  await follow(other.prepared.store, other.prepared);
  expect(await gatesNow(other.prepared, other.sessionId)).toMatchObject({ consent: 'refused' });
});

test('decisions on every gate at once all stand, each once, in whatever order they come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const session = await booked();
      const store = scheduledStore(session.prepared.store, scheduler);
      // Consent twice, so that two of one series meet as well.
      const all = [...decided, 'consent' as const].map((gate) => decide(session, gate, store));
      await scheduler.waitFor(Promise.all(all));
      for (const answer of await Promise.all(all)) expect(answer).toMatchObject({ status: 201 });
      const { prepared, sessionId } = session;
      expect(await gatesNow(prepared, sessionId)).toMatchObject(
        Object.fromEntries(decided.map((gate) => [gate, 'open'])),
      );
      const numbers = (await kept(prepared, sessionId, 'consent'))
        .filter(({ sk }) => sk.startsWith('consent#'))
        .map(({ number }) => number);
      expect(numbers).toEqual([1, 2]);
      const actions = (await entriesIn(prepared.store, prepared.caseId)).map(({ action }) => action);
      expect(actions.filter((action) => action === 'consent.given')).toHaveLength(2);
    }),
    { numRuns: 15 },
  );
}, 20_000);
