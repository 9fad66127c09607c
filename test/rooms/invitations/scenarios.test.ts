import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey, parseDoor } from '../../../functions/sessions/port/door.ts';
import { staffRoles } from '../../../functions/shared/access/roles.ts';
import { bookedCase } from '../../support/booked-case.ts';
import { newKey } from '../../support/http.ts';
import { actorOf, ask } from '../../support/in-process.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { mediaInMemory } from '../../support/media-in-memory.ts';
import type { MemoryStore } from '../../support/memory-store.ts';
import type { PreparedCase } from '../../support/prepared-case.ts';
import { pairOf, redeemAt, roomsAt, type Given } from './at-the-door.ts';

/** Scenarios of the field's list (domain notes, e) on links and who comes by them. */

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
let mediaRooms: Set<string>;
beforeEach(async () => {
  // The rooms are open from 01:00 until 05:00 UTC.
  ({ store, prepared, sessionId } = await bookedCase());
  mediaRooms = new Set();
});

const start = new Date('2027-03-02T02:00:00.000Z');
const app = (now = start) => roomsAt(now, store, async () => mediaInMemory(mediaRooms));
const post = (by: keyof PreparedCase['people'], verb: string, body: object = {}) =>
  ask(app(), actorOf(prepared.people[by]), 'POST', `/api/rooms/${sessionId}/${verb}`, body);
const view = async (by: keyof PreparedCase['people']) =>
  (await ask(app(), actorOf(prepared.people[by]), 'GET', `/api/rooms/${sessionId}`)).body;

async function invite(seat: 'witness' | 'interpreter'): Promise<Given> {
  const by = seat === 'witness' ? 'support-officer' : 'clerk';
  const { body } = await post(by, 'invitations', { seat, language: 'my' });
  return { secret: body.secret as string, pin: body.pin as string };
}
const redeem = (given: object, cookie?: string, now = start) => redeemAt(app(now), given, { cookie });
/** What a browser that came by a link is answered. */
async function asGuest(cookie: string, method: 'GET' | 'POST', verb: string, body: object = {}, now = start) {
  const response = await app(now).request(`/api/rooms/${verb}`, {
    method,
    headers: {
      cookie,
      'content-type': 'application/json',
      'idempotency-key': newKey(),
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
}
const namesOf = async (seat: string) =>
  parseDoor((await store.get([doorKey(sessionId)]))[0]).seats.find((each) => each.seat === seat)?.pseudonym;
const entered = async (action: string) =>
  (await entriesIn(store, sessionId)).filter((entry) => entry.action === action);

describe('scenario 26: the link is forwarded to a journalist', () => {
  it('who has the link alone is not let in: the PIN went another way', async () => {
    const { secret, pin } = await invite('witness');
    const wrong = pin === '000000' ? '000001' : '000000';
    expect((await redeem({ secret, pin: wrong })).body['code']).toBe('invitation-not-accepted');
    expect(await entered('invitation.redeemed')).toEqual([]);
  });

  it('who has the PIN too is refused on a second device, learns nothing by it, and the clerk is rung', async () => {
    const given = await invite('witness');
    const hers = pairOf((await redeem(given)).cookie);
    expect((await view('clerk')).alarms).toBeUndefined();
    const told = await redeem(given);
    expect([told.status, told.body['code'], told.cookie]).toEqual([409, 'invitation-in-use', undefined]);
    const pseudonym = (await namesOf('witness')) ?? '';
    for (const name of [sessionId, pseudonym, prepared.caseId, 'witness'])
      expect(JSON.stringify(told.body)).not.toContain(name);

    const alarm = { kind: 'second-device', at: start.toISOString(), seat: 'witness', pseudonym };
    expect((await view('clerk')).alarms).toEqual([alarm]);
    for (const other of ['prosecutor', 'support-officer'] as const)
      expect((await view(other)).alarms).toBeUndefined();
    expect(await entered('invitation.second-device')).toHaveLength(1);
    // She stays where she is, and nobody was moved for it.
    expect((await asGuest(hers, 'GET', 'seat')).status).toBe(200);
    expect((await post('clerk', 'acknowledgements')).status).toBe(201);
    expect((await view('clerk')).alarms).toBeUndefined();
    expect(await entered('alarm.acknowledged')).toMatchObject([{ details: { alarms: 1 } }]);
  });

  it('who tries on and on is refused unheard after a few times, and fills neither page nor log', async () => {
    const given = await invite('witness');
    await redeem(given);
    const codes: unknown[] = [];
    for (let tries = 0; tries < 8; tries += 1) codes.push((await redeem(given)).body['code']);
    expect(codes.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 'invitation-in-use'));
    expect(codes.slice(4)).toEqual(Array.from({ length: 4 }, () => 'too-many-tries'));
    expect((await view('clerk')).alarms).toHaveLength(4);
    expect(await entered('invitation.second-device')).toHaveLength(4);
  });

  it('who came by it before her waits at the door like anybody, and is out with the next link', async () => {
    const given = await invite('witness');
    const theirs = pairOf((await redeem(given)).cookie);
    // No pass, and no room that anybody could find: she is let in by somebody who knows her.
    expect((await asGuest(theirs, 'POST', `${sessionId}/passes`)).status).toBe(409);
    expect(mediaRooms.size).toBe(0);
    // Her own telephone is the second one, by which it comes out.
    expect((await redeem(given)).body['code']).toBe('invitation-in-use');
    expect((await view('clerk')).alarms).toHaveLength(1);
    const another = await invite('witness');
    for (const verb of ['seat', sessionId]) expect((await asGuest(theirs, 'GET', verb)).status).toBe(401);
    expect((await redeem(given, theirs)).body['code']).toBe('invitation-not-accepted');
    expect((await redeem(another)).status).toBe(201);
  });

  it('and once the hours of the rooms are over it opens nothing, on no device', async () => {
    const given = await invite('witness');
    const hers = pairOf((await redeem(given)).cookie);
    const over = new Date('2027-03-02T05:00:00.000Z');
    for (const cookie of [undefined, hers]) {
      const told = await redeem(given, cookie, over);
      expect([told.status < 300, told.cookie]).toEqual([false, undefined]);
    }
    expect((await asGuest(hers, 'GET', 'seat', {}, over)).status).toBe(401);
  });
});

describe('scenario 27: somebody joins with the link of another role', () => {
  it('a link opens the seat for which it was made, whoever uses it and whatever they say', async () => {
    for (const seat of ['witness', 'interpreter'] as const) {
      const given = await invite(seat);
      const other = seat === 'witness' ? 'interpreter' : 'clerk';
      for (const claim of [{ seat: other }, { role: other }, { pseudonym: 'J-2222' }])
        expect((await redeem({ ...given, ...claim })).status).toBe(400);
      const told = await redeem(given);
      expect(told.body).toEqual({ sessionId, seat, language: 'my' });
      expect((await asGuest(pairOf(told.cookie), 'GET', 'seat')).body).toMatchObject({ seat });
    }
  });

  it('there is no link for anybody who has an account: not for a host of any kind', async () => {
    for (const by of ['clerk', 'support-officer'] as const)
      for (const seat of staffRoles)
        expect((await post(by, 'invitations', { seat, language: 'my' })).status).toBe(400);
  });

  it('whoever came by one does nothing of what those do who run the session, as whoever they say they are', async () => {
    for (const seat of ['witness', 'interpreter'] as const) {
      const cookie = pairOf((await redeem(await invite(seat))).cookie);
      for (const [verb, body] of [
        ['opening', {}],
        ['admissions', { seat }],
        ['removals', { seat: 'prosecutor' }],
        ['invitations', { seat: 'witness', language: 'my' }],
        ['acknowledgements', {}],
        ['ending', {}],
      ] as const) {
        const told = await asGuest(cookie, 'POST', `${sessionId}/${verb}`, body);
        expect([verb, told.status, told.body['code']]).toEqual([verb, 403, 'not-your-role']);
      }
    }
    expect(mediaRooms.size).toBe(0);
  });

  it('an interpreter who comes by hers holds her seat, sees what she sees, and their own waits for them', async () => {
    const [hers, theirs] = [await invite('witness'), await invite('interpreter')];
    const cookie = pairOf((await redeem(hers)).cookie);
    const seen = await asGuest(cookie, 'GET', sessionId);
    expect(seen.body).toMatchObject({ mySeat: 'witness' });
    // One device, one seat: the other link gives another, and the first is not theirs any more.
    const own = await redeem(theirs, cookie);
    expect(own.body).toMatchObject({ seat: 'interpreter' });
    expect((await asGuest(pairOf(own.cookie), 'GET', 'seat')).body).toMatchObject({ seat: 'interpreter' });
    expect((await asGuest(pairOf(own.cookie), 'GET', sessionId)).body).toMatchObject({
      mySeat: 'interpreter',
    });
  });
});
