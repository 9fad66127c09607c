import { beforeEach, describe, expect, it } from 'vitest';
import { requestsApp } from '../../functions/requests/routes.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { bookedCase } from '../support/booked-case.ts';
import { actorOf, ask, contextOver } from '../support/in-process.ts';
import { follow } from '../support/followed.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { now, type PreparedCase } from '../support/prepared-case.ts';

/** The host State's decision, on the store in memory; the clock stands at 1 March 2027. */

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
beforeEach(async () => {
  ({ store, prepared, sessionId } = await bookedCase());
});

const path = () => `/api/requests/${prepared.caseId}/${prepared.witness}`;
const authority = () => actorOf(prepared.people['central-authority']);
const record = async (change: object = {}) => {
  const told = await ask(requestsApp(contextOver(store, now)), authority(), 'POST', `${path()}/permission`, {
    ...gateBodies.permission,
    ...change,
  });
  await follow(store, prepared);
  return told;
};
const read = async () =>
  (await ask(requestsApp(contextOver(store, now)), authority(), 'GET', path())).body as {
    permission?: object;
  };
const doorNow = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]);
const lastEntry = async () => (await entriesIn(store, prepared.caseId)).at(-1);

describe('a decision', () => {
  it('that grants says until which day, on the door too, and on what the entry stands', async () => {
    expect((await record({ validUntil: '2027-05-31' })).body).toEqual({ decision: 'granted' });
    expect(await doorNow()).toMatchObject({ permittedUntil: '2027-05-31', gates: { permission: 'open' } });
    expect(await lastEntry()).toMatchObject({
      action: 'permission.granted',
      authority: { kind: 'permission', ref: 'MLA 1/2026' },
      subject: { kind: 'witness', ref: prepared.witness },
      details: {
        hostState: 'MM',
        legalBasis: 'asean-mlat',
        decidedOn: '2026-01-01',
        validUntil: '2027-05-31',
        conditions: ['attending-officer-present'],
      },
    });
  });

  it('that ends before the session does leaves its gate closed, and opens that of another', async () => {
    expect((await record({ validUntil: '2027-03-01' })).status).toBe(201);
    expect((await doorNow()).gates.permission).toBe('missing');
    await record({ validUntil: '2027-03-02' });
    expect((await doorNow()).gates.permission).toBe('open');
  });

  it('that refuses closes the gate, is entered as what it is, and may be about days that are over', async () => {
    await record();
    expect((await record({ decision: 'refused', validUntil: '2026-01-02' })).body).toEqual({
      decision: 'refused',
    });
    expect((await doorNow()).gates.permission).toBe('refused');
    expect((await lastEntry())?.action).toBe('permission.refused');
    expect((await read()).permission).toMatchObject({ decision: 'refused', validUntil: '2026-01-02' });
  });

  it.each([
    ['is over already', { validUntil: '2027-02-27' }, '/validUntil'],
    ['was taken after tomorrow', { decidedOn: '2027-03-02' }, '/decidedOn'],
    ['ends before it was taken', { decision: 'refused', validUntil: '2025-12-31' }, '/validUntil'],
  ])('that %s is refused, and nothing is written', async (_, change, pointer) => {
    const before = new Map(store.items);
    const told = await record(change);
    expect(told).toMatchObject({ status: 422, body: { code: 'time-not-possible' } });
    expect(told.body.errors).toMatchObject([{ pointer }]);
    expect(new Map(store.items)).toEqual(before);
  });

  it('is not there before it is, and is read by every member of the case as it was given', async () => {
    expect(await read()).toEqual({});
    await record();
    const given = { ...gateBodies.permission, recordedAt: now.toISOString() };
    expect(await read()).toEqual({ permission: given });
    const by = actorOf(prepared.people.auditor);
    const told = await ask(requestsApp(contextOver(store, now)), by, 'GET', path());
    expect(told.body).toEqual({ permission: given });
  });
});
