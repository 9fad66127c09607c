import type { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { fallenIn } from '../../functions/notices/halted.ts';
import { follow } from '../support/followed.ts';
import { actorOf, ask } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { book, nameOfficer } from '../support/session-verbs.ts';
import { wholeApi } from '../support/whole-api.ts';

/** What the host State's permission says of its attending officer: whether one must come, and establish who is heard. */

let store: MemoryStore;
let prepared: PreparedCase;
let app: Hono;
let sessionId: string;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  app = wholeApi(store, now);
  sessionId = (await book(prepared, '2027-04-01T09:30')).body.sessionId as string;
});

const permit = async (demanded: boolean, identifies = false) => {
  const { status, body } = await ask(
    app,
    actorOf(prepared.people['central-authority']),
    'POST',
    `/api/requests/${prepared.caseId}/${prepared.witness}/permission`,
    { ...gateBodies.permission, attendance: { demanded, identifies } },
  );
  expect(status, JSON.stringify(body)).toBe(201);
};
const stored = async (id = sessionId) => parseDoor((await store.get([doorKey(id)]))[0]);
const gate = async (id = sessionId) => (await stored(id)).gates.attendingOfficer;
const screen = async () => {
  const clerk = actorOf(prepared.people.clerk);
  const { body } = await ask(app, clerk, 'GET', `/api/sessions/${sessionId}/door`);
  return body as {
    gates: { gate: string; state: string; lacks?: string }[];
    noOfficerNeeded?: true;
    identities: { state: string; turn: string; who: { pseudonym: string }[] }[];
  };
};
const moves = async () =>
  (await entriesIn(store, sessionId))
    .filter(({ action, details }) => action === 'gate.moved' && details['gate'] === 'attendingOfficer')
    .map(({ details }) => details['state']);

describe('whether the host State’s officer must come', () => {
  it('is waited for until the permission lets go of one, which the door says; then it is again', async () => {
    expect(await gate()).toBe('missing');
    await permit(false);
    // Whoever reads does not wait until the door has followed.
    const shown = await screen();
    expect(shown.noOfficerNeeded).toBe(true);
    expect(shown.gates.map((each) => each.gate)).not.toContain('attendingOfficer');
    await follow(store, prepared);
    expect(await gate()).toBe('not-needed');
    await permit(true);
    expect((await screen()).noOfficerNeeded).toBeUndefined();
    await follow(store, prepared);
    expect(await gate()).toBe('missing');
    expect(await moves()).toEqual(['not-needed', 'missing']);
  });

  it('is not asked of a session that is booked under such a permission', async () => {
    await permit(false);
    const later = (await book(prepared, '2027-04-02T09:30')).body.sessionId as string;
    expect(await gate(later)).toBe('not-needed');
  });

  it('keeps the seat of an officer who was named: as soon as one is demanded, the gate is open by it', async () => {
    await permit(true, true);
    await nameOfficer(prepared, sessionId);
    expect(await gate()).toBe('open');
    await permit(false);
    await follow(store, prepared);
    expect(await gate()).toBe('not-needed');
    await permit(true, true);
    await follow(store, prepared);
    expect(await gate()).toBe('open');
  });

  it('is demanded while nothing is permitted, and after a permission that fell', async () => {
    await permit(false);
    await follow(store, prepared);
    const { conditions: _1, ...rest } = gateBodies.permission;
    const { legalBasis, reference, receivedOn, decidedOn } = rest;
    const refused = { decision: 'refused', ground: 'excessive-burden' };
    await ask(
      app,
      actorOf(prepared.people['central-authority']),
      'POST',
      `/api/requests/${prepared.caseId}/${prepared.witness}/permission`,
      { ...refused, legalBasis, reference, receivedOn, decidedOn },
    );
    await follow(store, prepared);
    expect(await gate()).toBe('missing');
  });
});

describe('whether who is heard must be established', () => {
  it('the door says of whom, and who must do it', async () => {
    await permit(true, true);
    await nameOfficer(prepared, sessionId);
    const officer = (await stored()).seats.find(({ seat }) => seat === 'attending-officer')?.pseudonym;
    expect((await screen()).identities).toMatchObject([
      { state: 'asked', turn: 'attending-officer', who: [{ pseudonym: officer }] },
    ]);
    await permit(true, false);
    expect((await screen()).identities).toEqual([]);
  });

  it('that somebody else came is a refusal by its own name, of which those are told who were to come', async () => {
    await permit(true, true);
    await nameOfficer(prepared, sessionId);
    await follow(store, prepared);
    const door = await stored();
    const { pk, sk } = doorKey(sessionId);
    const identity = { [prepared.witness]: { found: 'other-person', opensAt: door.opensAt } };
    await store.write([
      { kind: 'update', key: { table: 'sessions', pk, sk }, set: { identity }, onRefused: 'retry' },
    ]);
    await follow(store, prepared);
    expect(await gate()).toBe('refused');
    expect((await screen()).gates.find((each) => each.gate === 'attendingOfficer')).toMatchObject({
      state: 'refused',
      lacks: 'other-person',
    });
    const told = { fallen: [], opened: ['permission'] };
    expect(fallenIn(told, door).fallen).not.toContain('attendingOfficer');
    expect(fallenIn(told, await stored()).fallen).toContain('attendingOfficer');
  });
});
