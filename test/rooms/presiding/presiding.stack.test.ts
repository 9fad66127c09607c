import { beforeAll, describe, expect, test } from 'vitest';
import { RoomServiceClient } from 'livekit-server-sdk';
import { atDoor, courtHearing, type CourtHearing } from '../../support/court-hearing.ts';
import type { Sent } from '../../support/http.ts';
import { bangkokIn, device, expectDone, room, view } from '../../support/interview.ts';
import { entriesOf } from '../../support/session-log.ts';
import { deployedStack } from '../../support/stack.ts';
import { until } from '../../support/until.ts';

/** What the court says of how its hearing goes, on the deployed functions and the real media server. */

const stack = deployedStack();
const { liveKit } = stack;
const server = new RoomServiceClient(liveKit.url, liveKit.apiKey, liveKit.apiSecret);
type Who = Pick<Sent, 'token' | 'cookie'>;

/** Minutes until it goes on: two days. */
const later = 2 * 24 * 60 + 5;

let hearing: CourtHearing;
let judge: Who;
let clerk: Who;
let witness: Who;
let accused: Who;

const letIn = (seat: string) =>
  until(
    async () => (await room(hearing, clerk, 'admissions', { seat })).status === 201,
    (done) => done,
    40,
  );
const placesOf = async (who: Who) =>
  ((await view(hearing, who)).body.places as { room: string }[]).map((place) => place.room);
const goes = async (verb: string, body: object = {}) => expectDone(await room(hearing, judge, verb, body));
/** The relay is where it must be again, after rooms were made anew. */
const calls = () =>
  until(
    async () => (await room(hearing, judge, 'callings')).code ?? 'done',
    (code) => code === 'done',
    40,
  );

beforeAll(async () => {
  hearing = await courtHearing(stack, { moreDays: [{ local: bangkokIn(later) }] });
  judge = { token: hearing.tokens.judge };
  clerk = { token: hearing.tokens.clerk };
  witness = await atDoor(hearing, 'witness', hearing.tokens['support-officer']);
  accused = await atDoor(hearing, 'accused');
  for (const [seat, who] of [
    ['judge', judge],
    ['support-officer', { token: hearing.tokens['support-officer'] }],
    ['prosecutor', { token: hearing.tokens.prosecutor }],
  ] as const) {
    expectDone(await room(hearing, who, 'arrivals', device));
    await letIn(seat);
  }
  await letIn('witness');
  await letIn('accused');
}, 180_000);

describe('a hearing before a court', () => {
  test('whoever is heard is called in and stood down by the judge, and each is a room at the media server', async () => {
    expect(await placesOf(witness)).toEqual([`witness-${hearing.witness}`]);
    await calls();
    expect(await placesOf(witness)).toEqual(['hearing']);
    await goes('standings-down', { pseudonym: hearing.witness });
    expect(await placesOf(witness)).toEqual([`witness-${hearing.witness}`]);
  });

  test('is off the record, in camera and in recess by the judge’s word, which a clerk says', async () => {
    expect((await room(hearing, clerk, 'record', { record: 'off' })).code).toBe('judges-word-needed');
    expectDone(await room(hearing, clerk, 'record', { record: 'off', onWordOf: 'judge' }));
    await goes('record', { record: 'on' });
    await goes('in-camera', { inCamera: true });
    await goes('in-camera', { inCamera: false });
    await goes('recesses', { minutes: 5 });
    expect(await placesOf(judge)).toEqual([]);
    await until(
      async () => (await room(hearing, judge, 'resumptions')).status === 201,
      (done) => done,
      30,
    );
  });

  test('somebody is silenced: put out under their name, and in again under another that sends nothing', async () => {
    const prosecutor = { token: hearing.tokens.prosecutor };
    const who = (await view(hearing, prosecutor)).body.myPseudonym as string;
    const before = expectDone(await room(hearing, prosecutor, 'passes')).body as {
      token: string;
      identity: string;
    };
    await goes('silences', { pseudonym: who, silent: true });
    const after = expectDone(await room(hearing, prosecutor, 'passes')).body as typeof before & {
      sends: string;
    };
    expect(after.identity).not.toBe(before.identity);
    expect(after.sends).toBe('nothing');
    await goes('silences', { pseudonym: who, silent: false });
  });

  test('an interpreter goes with whom the court says; judges have nobody to talk apart with who is none', async () => {
    const seats = (await view(hearing, judge)).body.seats as { seat: string; pseudonym: string }[];
    const interpreter = seats.find(({ seat }) => seat === 'interpreter')?.pseudonym ?? '';
    await goes('companions', { pseudonym: interpreter, goesWith: hearing.accused });
    await goes('companions', { pseudonym: interpreter });
    await goes('carried-languages', { court: ['th'], screened: ['km'] });
    expect((await room(hearing, judge, 'consultations', { people: [hearing.accused] })).code).toBe(
      'kept-apart',
    );
    const none = { consultation: hearing.sessionId };
    expect((await room(hearing, accused, 'consultation-endings', none)).status).toBe(201);
    expectDone(await room(hearing, accused, 'stalls', { milliseconds: 10 }));
    expectDone(await room(hearing, accused, 'hands', { up: true }));
    expectDone(await room(hearing, accused, 'lines', { pictures: 'none' }));
  });

  test('it is adjourned to the later day on which it is booked: its rooms are gone, and everybody is told the day', async () => {
    const before = (await server.listRooms()).length;
    await goes('adjournment');
    const to = (await view(hearing, judge)).body.adjournedTo as string;
    const days = (Date.parse(to) - Date.now()) / (24 * 3_600_000);
    expect(Math.round(days)).toBe(2);
    // Whoever came by invitation waits at the door again, and is told it there.
    for (const who of [judge, clerk, witness, accused])
      expect((await view(hearing, who)).body).toMatchObject({ phase: 'closed', adjournedTo: to, places: [] });
    await until(
      async () => (await server.listRooms()).length,
      (left) => left <= before - 3,
      10,
    );
    // Before that day nobody opens it by a second press.
    expect((await room(hearing, witness, 'passes')).status).toBe(409);
  });

  test('all of it is in the log', async () => {
    const log = JSON.stringify(await entriesOf(stack, hearing.sessionId));
    for (const action of [
      'witness.called',
      'witness.stood-down',
      'record.set',
      'court.in-camera',
      'court.in-recess',
      'court.silenced',
      'companion.said',
      'languages.carried',
      'hearing.adjourned',
    ])
      expect(log).toContain(action);
  });
});
