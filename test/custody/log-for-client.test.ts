import { beforeEach, describe, expect, it } from 'vitest';
import { custodyApp } from '../../functions/custody/routes.ts';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { admitted, nameParty, now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { act, bookKind, bookWith } from '../support/session-verbs.ts';
import { wholeApi } from '../support/whole-api.ts';
import { memoryExports } from './memory-exports.ts';
import { signer } from './sample-log.ts';

/** Counsel who had no seat in a session in which the one whom they represent had one: their part of its log, and nobody else's. */

let store: MemoryStore;
let of: PreparedCase;
let app: ReturnType<typeof wholeApi>;
let accused: string;
let counsel: Person;
/** Of another accused of the same case, who has no seat. */
let others: Person;
let victims: Person;
/** A hearing with the witness and the first accused, and no counsel. */
let sessionId: string;

const post = (by: Person, path: string, body: object = {}) => ask(app, actorOf(by), 'POST', path, body);
const log = (by: Person, id = sessionId) => ask(app, actorOf(by), 'GET', `/api/custody/logs/${id}/entries`);
const actions = (told: Awaited<ReturnType<typeof log>>) =>
  (told.body.entries as { entry: { action: string } }[]).map(({ entry }) => entry.action);
const listed = async (by: Person) => {
  const told = await ask(app, actorOf(by), 'GET', `/api/sessions?caseId=${of.caseId}`);
  return told.status === 200
    ? (told.body.sessions as { sessionId: string }[]).map((each) => each.sessionId)
    : told.body.code;
};
const hearing = async (local: string, parties: object = { accused }) => {
  const { people } = of;
  const { personId: judge } = people.judge;
  const seats = {
    clerk: people.clerk.personId,
    supportOfficer: people['support-officer'].personId,
    interpreter: people.interpreter.personId,
    judge,
    prosecutor: people.prosecutor.personId,
    ...parties,
  };
  const booked = await bookWith(of, local, { kind: 'testimony', seats }, { by: people.judge });
  expect(booked.status).toBe(201);
  return booked.body.sessionId as string;
};

beforeEach(async () => {
  store = memoryStore();
  of = await prepareCase(store);
  app = wholeApi(store, now);
  accused = await nameParty(of, 'accused');
  counsel = await admitted(of, 'defence-counsel', accused);
  others = await admitted(of, 'defence-counsel', await nameParty(of, 'accused'));
  victims = await admitted(of, 'victim-counsel', of.witness);
  sessionId = await hearing('2027-03-03T09:00');
});

describe('counsel whose client sits, without a seat of their own', () => {
  it('reads when it was booked, and is told that this is their part; so does counsel of the victim', async () => {
    for (const [by, role] of [
      [counsel, 'defence-counsel'],
      [victims, 'victim-counsel'],
    ] as const) {
      const told = await log(by);
      expect(told.status).toBe(200);
      expect(told.body.part).toBe(role);
      expect(actions(told)).toEqual(['session.booked']);
      expect(await listed(by)).toEqual([sessionId]);
    }
    const entered = await entriesIn(store, accessLogId(sessionId));
    expect(entered.map(({ actor, details }) => [actor, details['part']])).toEqual([
      [expect.objectContaining({ role: 'defence-counsel' }), true],
      [expect.objectContaining({ role: 'victim-counsel' }), true],
    ]);
  });

  it('reads when it was called off, and of its gates and of what others did nothing', async () => {
    const { people } = of;
    const path = `/api/interpreting/${sessionId}/assignment`;
    expect((await post(people.clerk, path, gateBodies.interpreter)).status).toBe(201);
    await act(of, sessionId, 'cancellation', { reason: 'other' }, { by: people.judge });
    const whole = await log(people.clerk);
    expect(actions(whole)).toContain('interpreter.confirmed');
    const told = await log(counsel);
    expect(actions(told)).toEqual(['session.booked', 'session.cancelled']);
    expect(told.body.size).toBe(whole.body.size);
    for (const { entry } of told.body.entries) expect(entry.action).toMatch(/^session\./);
  });

  it('finds nothing else of the session: neither page, door, room nor messages', async () => {
    for (const path of [
      `/api/sessions/${sessionId}`,
      `/api/rooms/${sessionId}`,
      `/api/notices?sessionId=${sessionId}`,
      `/api/sessions/${sessionId}/door`,
    ]) {
      const told = await ask(app, actorOf(counsel), 'GET', path);
      expect([403, 404], path).toContain(told.status);
    }
  });

  it('takes it away as a file that verifies, with hashes in the place of all else', async () => {
    const files = memoryExports();
    const archive = { put: async () => {} };
    const custody = custodyApp(contextOver(store, now), {
      publisher: { store, archive, signer: async () => signer },
      files,
    });
    await act(of, sessionId, 'cancellation', { reason: 'other' }, { by: of.people.judge });
    const base = `/api/custody/logs/${sessionId}/exports`;
    const begun = await ask(custody, actorOf(counsel), 'POST', base);
    const exportId = begun.body.exportId as string;
    expect((await ask(custody, actorOf(others), 'POST', `${base}/parts`, { exportId })).status).toBe(404);
    await ask(custody, actorOf(counsel), 'POST', `${base}/parts`, { exportId });
    const report = verifyExport(files.whole.get(exportId) as Buffer, { key: signer });
    expect(report).toMatchObject({ verdict: 'intact', shown: 2, part: { role: 'defence-counsel' } });
  });
});

describe('nobody else', () => {
  const absent = async (by: Person, id = sessionId) => {
    const told = await log(by, id);
    const nowhere = await log(by, '0'.repeat(26));
    expect([told.status, told.body.code]).toEqual([404, 'not-found']);
    expect({ ...told.body, request: '' }).toEqual({ ...nowhere.body, request: '' });
  };

  it('counsel of another accused of the same case', async () => {
    await absent(others);
    expect(await listed(others)).toEqual([]);
  });

  it('counsel of no one in the case', async () => {
    const stranger = await enterPerson(store, 'defence-counsel');
    await absent(stranger);
    expect(await listed(stranger)).toBe('not-found');
  });

  it('counsel who was taken out of the case, at that moment', async () => {
    expect((await log(counsel)).status).toBe(200);
    const { members } = (await ask(app, actorOf(of.people.clerk), 'GET', `/api/cases/${of.caseId}`)).body;
    const member = (members as { personId: string; pseudonym: string }[]).find(
      ({ personId }) => personId === counsel.personId,
    )?.pseudonym;
    const left = await post(of.people.clerk, `/api/cases/${of.caseId}/leaving`, {
      member,
      reason: 'conflict',
    });
    expect(left.status).toBe(201);
    await absent(counsel);
    expect(await listed(counsel)).toBe('not-found');
  });

  it('nor of a session in which nobody of theirs sits, of one that no counsel comes to, or of a mere hold', async () => {
    await absent(counsel, await hearing('2027-03-10T09:00', {}));
    const visit = (await bookKind(of, '2027-03-11T09:00', 'preparation-visit')).body.sessionId as string;
    const interview = (await bookKind(of, '2027-03-12T09:00', 'interview')).body.sessionId as string;
    for (const each of [visit, interview]) await absent(victims, each);
    expect(await listed(victims)).not.toEqual(expect.arrayContaining([visit]));
    const key = doorKey(sessionId);
    await store.write([{ kind: 'update', key, set: { status: 'held' }, onRefused: 'retry' }]);
    await absent(counsel);
    expect(await listed(counsel)).not.toContain(sessionId);
  });

  it('nor of the log of the case, whoever their client is', async () => {
    const told = await ask(app, actorOf(counsel), 'GET', `/api/custody/case-logs/${of.caseId}/entries`);
    expect(told.status).toBe(403);
  });
});

it('with a seat of their own counsel reads it whole, as before', async () => {
  const seated = await hearing('2027-03-12T09:00', {
    accused,
    'defence-counsel': counsel.personId,
  });
  const told = await log(counsel, seated);
  expect(told.body).not.toHaveProperty('part');
  expect(told.body.entries.length).toBe(told.body.size);
});
