import { beforeEach, describe, expect, it } from 'vitest';
import { sessionsApp } from '../../../functions/sessions/routes.ts';
import { actorOf, ask, contextOver } from '../../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { act, bookWith, cancel } from '../../support/session-verbs.ts';

/** Of a hold nobody is told; of what is booked people are, with the change itself. On the store in memory. */

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  const told = await bookWith(prepared, '2027-03-02T09:00', { holdMinutes: 60 });
  sessionId = told.body.sessionId as string;
});

const toBeTold = async () => (await store.query('notices', 'looks')).length;
const zone = 'Asia/Bangkok';
const row = async () => {
  const path = `/api/sessions?caseId=${prepared.caseId}`;
  const { body } = await ask(
    sessionsApp(contextOver(store, now)),
    actorOf(prepared.people.prosecutor),
    'GET',
    path,
  );
  return (body.sessions as { status: string; heldUntil?: string }[])[0];
};

describe('nobody is told', () => {
  it('of a hold, nor that it is moved', async () => {
    expect(await toBeTold()).toBe(0);
    expect((await act(prepared, sessionId, 'move', { local: '2027-03-02T10:00', zone })).status).toBe(201);
    expect(await toBeTold()).toBe(0);
    expect(await row()).toMatchObject({ status: 'held', heldUntil: '2027-03-01T01:00:00.000Z' });
  });
});

it('of a hold that was let go no hour is shown either', async () => {
  await cancel(prepared, sessionId);
  expect(await row()).toMatchObject({ status: 'cancelled' });
  expect(await row()).not.toHaveProperty('heldUntil');
});

describe('people are told', () => {
  it('when it is confirmed, and from then on no hour is shown at which it would end', async () => {
    expect((await act(prepared, sessionId, 'confirmation')).status).toBe(201);
    expect(await toBeTold()).toBe(1);
    expect(await row()).not.toHaveProperty('heldUntil');
  });

  it('when what was booked is moved or cancelled', async () => {
    await act(prepared, sessionId, 'confirmation');
    const at = (minutes: number) => prepared.over(store, new Date(now.getTime() + minutes * 60_000));
    await act(prepared, sessionId, 'move', { local: '2027-03-02T11:00', zone }, { app: at(1) });
    expect(await toBeTold()).toBe(2);
    await cancel(prepared, sessionId, at(2));
    expect(await toBeTold()).toBe(3);
  });
});
