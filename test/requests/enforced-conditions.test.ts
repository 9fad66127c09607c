import { beforeAll, describe, expect, it } from 'vitest';
import * as requests from '../../functions/requests/contract.ts';
import * as rooms from '../../functions/rooms/contract.ts';
import { mintPass } from '../../functions/rooms/media/pass.ts';
import { bookDemoSession, type Booked } from '../../infra/local/demo-booking.ts';
import { demoCases, openDemoCase, type Cast } from '../../infra/local/demo-cases.ts';
import {
  approvePlan,
  confirmInterpreter,
  granted,
  nameOfficer,
  recordConsent,
} from '../../infra/local/demo-gates.ts';
import { demoInMemory } from '../demo/in-memory.ts';
import { refusalOf } from '../support/case-people.ts';
import { follow } from '../support/followed.ts';

/** What a host State sets as a condition is kept wherever it can be broken: by the whole API over one store. */

const now = new Date('2026-12-02T05:07:13.000Z');
const given = demoCases.first;
let cast: Cast;
let at: Booked;

beforeAll(async () => {
  const entered = await demoInMemory(now);
  cast = entered;
  const caseId = await openDemoCase(cast, given, now);
  const booked = await bookDemoSession(
    cast,
    { in: 'first', kind: 'interview', by: 'prosecutor', minutes: 30 },
    caseId,
    now,
  );
  if (booked === undefined) throw new Error('Nobody has time for the session of this test.');
  at = booked;
  await permitIn(['my']);
  for (const open of [nameOfficer, recordConsent, approvePlan]) await open(cast, given, at, now);
  await follow(entered.store, { caseId, witness: at.party }, now);
});

/** @param languages in which the host State lets somebody interpret */
const permitIn = (languages: string[]) =>
  cast.as['central-authority'](requests.recordPermission, {
    params: { caseId: at.caseId, party: at.party },
    body: {
      ...granted(given, now, ['live']),
      languages,
      conditions: ['no-recording-by-requesting-state', 'attending-officer-present', 'languages'],
    },
  });
const step = (
  by: 'clerk' | 'attending-officer' | 'prosecutor',
  route: typeof rooms.openRoom | typeof rooms.requestPass,
) => cast.as[by](route, { params: { sessionId: at.sessionId }, body: {} });
const arrives = (by: 'attending-officer' | 'prosecutor') =>
  cast.as[by](rooms.arrive, {
    params: { sessionId: at.sessionId },
    body: { camera: true, microphone: true, connection: 'good' },
  });
const letIn = (seat: 'attending-officer' | 'prosecutor') =>
  cast.as.clerk(rooms.admit, { params: { sessionId: at.sessionId }, body: { seat } });

describe('scenario 12: a grant with conditions', () => {
  it('keeps its languages where an interpreter is confirmed', async () => {
    const confirm = () => confirmInterpreter(cast, given, at, now);
    expect(await refusalOf(confirm())).toBe('condition-not-kept');
    await permitIn(['my', 'th']);
    expect(await refusalOf(confirm())).toBe('done');
  });

  it('keeps the host State’s officer in the room: nobody opens it, speaks in it or has a pass without them', async () => {
    await cast.as[given.support](rooms.sayToday, {
      params: { sessionId: at.sessionId },
      body: { takesPart: 'yes' },
    });
    expect(await refusalOf(step('clerk', rooms.openRoom))).toBe('condition-not-kept');
    await arrives('attending-officer');
    await step('clerk', rooms.openRoom);
    await arrives('prosecutor');
    await letIn('prosecutor');
    expect(await refusalOf(step('prosecutor', rooms.requestPass))).toBe('condition-not-kept');
    await letIn('attending-officer');
    expect(await refusalOf(step('prosecutor', rooms.requestPass))).toBe('done');
  });

  it('is not recorded by the foreign side: no pass can record, whoever has it, and those who run it read the condition', async () => {
    const pass = await mintPass(
      { apiKey: 'key', apiSecret: 'a secret of thirty-two letters, or more' },
      'room',
      'who',
      'mark',
    );
    const inside = Buffer.from(pass.split('.')[1] ?? '', 'base64url').toString('utf8');
    const { video } = JSON.parse(inside) as { video: Record<string, unknown> };
    for (const power of ['roomRecord', 'roomAdmin', 'ingressAdmin', 'roomCreate', 'roomList'])
      expect(video).not.toHaveProperty(power);
    const { permission } = await cast.as.clerk(requests.readPermission, {
      params: { caseId: at.caseId, party: at.party },
    });
    expect(permission?.decision).toMatchObject({
      conditions: expect.arrayContaining(['no-recording-by-requesting-state']) as unknown,
    });
  });

  it('keeps what is changed: named persons alone, from the next pass on', async () => {
    await cast.as['central-authority'](requests.recordPermission, {
      params: { caseId: at.caseId, party: at.party },
      body: {
        ...granted(given, now, ['live']),
        conditions: ['named-persons-only'],
        persons: [at.party],
      },
    });
    expect(await refusalOf(step('prosecutor', rooms.requestPass))).toBe('condition-not-kept');
    expect(await refusalOf(step('attending-officer', rooms.requestPass))).toBe('done');
  });
});
