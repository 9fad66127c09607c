import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { hashOf, mostTriesInAll, windowMinutes } from '../../../functions/rooms/invitations/invitation.ts';
import {
  deviceKey,
  invitationKey,
  inviteeKey,
  parseTries,
  putTries,
  triesKey,
} from '../../../functions/rooms/store.ts';
import { doorKey, parseDoor } from '../../../functions/sessions/port/door.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { newKey } from '../../support/http.ts';
import { bookedCase } from '../../support/booked-case.ts';
import { actorOf, ask } from '../../support/in-process.ts';
import { entriesIn } from '../../support/log-entries.ts';
import type { MemoryStore } from '../../support/memory-store.ts';
import type { PreparedCase } from '../../support/prepared-case.ts';
import { book } from '../../support/session-verbs.ts';
import { pairOf, redeemAt, roomsAt, type Given } from './at-the-door.ts';

/** An invitation in right hands and in wrong ones, on the store in memory. */

const start = new Date('2027-03-02T02:00:00.000Z');
const minutesLater = (minutes: number, from = start) => new Date(from.getTime() + minutes * 60_000);

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;

beforeEach(async () => {
  // The rooms are open from 01:00 until 05:00 UTC.
  ({ store, prepared, sessionId } = await bookedCase());
});

async function invite(by: 'support-officer' | 'clerk' = 'support-officer', now = start): Promise<Given> {
  const seat = by === 'clerk' ? 'interpreter' : 'witness';
  const actor = actorOf(prepared.people[by]);
  const path = `/api/rooms/${sessionId}/invitations`;
  const { body } = await ask(roomsAt(now, store), actor, 'POST', path, { seat, language: 'my' });
  const { secret, pin } = body as Given;
  return { secret, pin };
}

interface Sent {
  readonly now?: Date;
  readonly key?: string;
  readonly cookie?: string;
  readonly over?: Store;
}

async function redeem(given: Given, { now = start, over = store, ...sent }: Sent = {}) {
  const { status, body, cookie } = await redeemAt(roomsAt(now, over), given, sent);
  return { status, code: body['code'] as string | undefined, cookie };
}

const wrong = (given: Given): Given => ({ ...given, pin: given.pin === '000000' ? '000001' : '000000' });
const actions = async () => (await entriesIn(store, sessionId)).map(({ action }) => action);
const get = async (path: string, cookie: string, now = start) =>
  (await roomsAt(now, store).request(path, { headers: { cookie } })).status;
const listedFor = async (by: 'support-officer' | 'clerk') => {
  const { body } = await ask(
    roomsAt(start, store),
    actorOf(prepared.people[by]),
    'GET',
    `/api/rooms/${sessionId}/invitations`,
  );
  return body.invitations as Record<string, unknown>[];
};

/** After so many wrong tries, the last of them a while ago: each costs a slow hash, so they are only counted here. */
async function triedBefore({ secret }: Pick<Given, 'secret'>, inAll: number, now = start): Promise<void> {
  const secretHash = hashOf(secret);
  const [item] = await store.get([triesKey(secretHash)]);
  const windowStart = minutesLater(-windowMinutes, now).toISOString();
  await store.write([putTries(secretHash, parseTries(item), { inAll, inWindow: 1, windowStart }, 0)]);
}

describe('a redemption', () => {
  it('that is repeated since its answer was lost is answered alike, and alarms nobody', async () => {
    const given = await invite();
    const key = newKey();
    const first = await redeem(given, { key });
    expect(first).toMatchObject({ status: 201 });
    const entered = await actions();
    expect(await redeem(given, { key })).toEqual(first);
    expect(await redeem(given, { key, now: minutesLater(20) })).toEqual(first);
    expect(await actions()).toEqual(entered);
    expect(entered.filter((action) => action.startsWith('invitation.'))).toEqual([
      'invitation.issued',
      'invitation.redeemed',
    ]);
  });

  it('on the device that has the seat gives it its cookie again, and alarms nobody', async () => {
    const given = await invite();
    const first = await redeem(given);
    const entered = await actions();
    const again = await redeem(given, { cookie: pairOf(first.cookie) });
    expect(again).toMatchObject({ status: 201 });
    expect(pairOf(again.cookie)).toBe(pairOf(first.cookie));
    expect(await actions()).toEqual(entered);
    // With its cookie, but without the PIN, it is refused like anybody.
    expect(await redeem(wrong(given), { cookie: pairOf(first.cookie) })).toMatchObject({
      code: 'invitation-not-accepted',
    });
  });

  it('by a link in place of which there is another is refused, and the log says which was made again', async () => {
    const [first, second] = [await invite(), await invite()];
    expect(await redeem(first)).toMatchObject({ code: 'invitation-not-accepted' });
    expect(await redeem(second)).toMatchObject({ status: 201 });
    const issued = (await entriesIn(store, sessionId)).filter(({ action }) => action === 'invitation.issued');
    expect(issued.map(({ details }) => details)).toEqual([{ again: false }, { again: true }]);
  });

  it('on the device of before is refused where that was put out between two reads', async () => {
    const given = await invite();
    const cookie = pairOf((await redeem(given)).cookie);
    const [listed] = await listedFor('clerk');
    const key = deviceKey(sessionId, listed?.['pseudonym'] as string);
    const over: Store = {
      ...store,
      get: async (keys) => {
        if (keys.some(({ pk, sk }) => pk === key.pk && sk === key.sk))
          await store.write([{ kind: 'delete', key, onRefused: 'retry' }]);
        return store.get(keys);
      },
    };
    expect(await redeem(given, { cookie, over })).toMatchObject({ status: 409, code: 'invitation-in-use' });
  });

  it.each(['none', 'of another seat', 'forged'])(
    'on a second device is refused, and stands in the log (cookie: %s)',
    async (kind) => {
      const given = await invite();
      const first = pairOf((await redeem(given)).cookie);
      const other = pairOf((await redeem(await invite('clerk'))).cookie);
      const forged = first.replace(/[^.]+$/, 'A'.repeat(22));
      const cookie = { none: '', 'of another seat': other, forged }[kind] ?? '';
      expect(await redeem(given, { cookie })).toMatchObject({ status: 409, code: 'invitation-in-use' });
      expect((await actions()).filter((action) => action === 'invitation.second-device')).toHaveLength(1);
      expect(await get('/api/rooms/seat', first)).toBe(200);
    },
  );
});

describe('wrong PINs', () => {
  it('are twenty an invitation at most; then it is entered once, and holder and clerk are told', async () => {
    const given = await invite();
    const { pseudonym } = (await listedFor('clerk'))[0] as { pseudonym: string };
    const last = minutesLater(30);
    await triedBefore(given, mostTriesInAll - 2, last);
    expect(await redeem(wrong(given), { now: last })).toMatchObject({ code: 'invitation-not-accepted' });
    expect(await actions()).not.toContain('invitation.tried-out');
    expect(await redeem(wrong(given), { now: last })).toMatchObject({ code: 'invitation-not-accepted' });

    expect((await entriesIn(store, sessionId)).at(-1)).toMatchObject({
      action: 'invitation.tried-out',
      actor: { system: 'rooms' },
      subject: { kind: 'seat', ref: `witness ${pseudonym}` },
      details: { tries: mostTriesInAll, redeemed: false },
    });
    const told = { seat: 'witness', pseudonym, state: 'fresh', triedOutAt: last.toISOString() };
    // The language is for the one who makes it anew.
    expect(await listedFor('support-officer')).toEqual([{ ...told, language: 'my' }]);
    expect(await listedFor('clerk')).toEqual([told]);

    // However long one waits, and with the right PIN too.
    for (const tried of [given, wrong(given)])
      for (const days of [0, 1, 400])
        expect(await redeem(tried, { now: minutesLater(days * 1440, last) })).toMatchObject({
          code: 'too-many-tries',
        });
    expect((await actions()).filter((action) => action === 'invitation.tried-out')).toHaveLength(1);
  });

  it('are no more than that after somebody got in by it either, and the device that has the seat stays', async () => {
    const given = await invite();
    await triedBefore(given, mostTriesInAll - 2);
    const { cookie } = await redeem(given);
    const later = minutesLater(60);
    expect(await redeem(wrong(given), { now: later })).toMatchObject({ code: 'invitation-not-accepted' });
    expect(await redeem(wrong(given), { now: later })).toMatchObject({ code: 'too-many-tries' });
    expect((await entriesIn(store, sessionId)).at(-1)).toMatchObject({
      action: 'invitation.tried-out',
      details: { redeemed: true },
    });
    expect(await get('/api/rooms/seat', pairOf(cookie), later)).toBe(200);
    expect(await get(`/api/rooms/${sessionId}`, pairOf(cookie), later)).toBe(200);
  });

  it('are entered by the next try where that failed', async () => {
    const given = await invite();
    const last = start;
    await triedBefore(given, mostTriesInAll - 1);
    let writes = 0;
    const over: Store = {
      ...store,
      // The count is written, the entry is not.
      write: (changes) =>
        (writes += 1) === 1 ? store.write(changes) : Promise.reject(new Error('socket hang up')),
    };
    expect(await redeem(wrong(given), { now: last, over })).toMatchObject({ code: 'internal-fault' });
    expect(await actions()).not.toContain('invitation.tried-out');
    expect(await redeem(given, { now: last })).toMatchObject({ code: 'too-many-tries' });
    expect((await actions()).filter((action) => action === 'invitation.tried-out')).toHaveLength(1);
  });

  it('many at once are entered once', async () => {
    const given = await invite();
    await triedBefore(given, mostTriesInAll - 2);
    await Promise.all(Array.from({ length: 5 }, () => redeem(wrong(given))));
    expect((await actions()).filter((action) => action === 'invitation.tried-out')).toHaveLength(1);
  });

  it('with a link that nobody made leave nothing but their count, after as many rounds', async () => {
    const rounds = async (given: Given) => {
      let count = 0;
      const over: Store = {
        get: (keys) => ((count += 1), store.get(keys)),
        query: (...asked) => ((count += 1), store.query(...asked)),
        write: (changes) => ((count += 1), store.write(changes)),
      };
      const { code } = await redeem(given, { over });
      return [code, count];
    };
    const made = await invite();
    const unknown = { secret: randomBytes(16).toString('base64url'), pin: '123456' };
    const entered = await actions();
    for (const before of [0, 1, mostTriesInAll - 1, mostTriesInAll]) {
      for (const given of before === 0 ? [] : [made, unknown]) await triedBefore(given, before);
      const [known, stranger] = [await rounds(wrong(made)), await rounds(unknown)];
      // The one that uses up the last is entered.
      if (before === mostTriesInAll - 1) expect(stranger[0]).toBe(known[0]);
      else expect(stranger).toEqual(known);
    }
    expect(await actions()).toEqual([...entered, 'invitation.tried-out']);
    expect(await store.get([inviteeKey(hashOf(unknown.secret))])).toEqual([undefined]);
  });

  it('are counted for as long as the invitation lasts', async () => {
    const far = (await book(prepared, '2027-12-01T09:00')).body.sessionId as string;
    sessionId = far;
    const given = await invite();
    await redeem(wrong(given));
    const [tries] = await store.get([triesKey(hashOf(given.secret))]);
    const [listed] = await listedFor('clerk');
    const [invitation] = await store.get([invitationKey(far, listed?.['pseudonym'] as string)]);
    expect(tries?.['expiresAt']).toBeGreaterThanOrEqual(invitation?.['expiresAt'] as number);
    // Half a year longer than the rooms could admit anybody by it: so long it withdraws.
    const closesAt = new Date('2027-12-01T05:00:00.000Z');
    expect(invitation?.['expiresAt']).toBe(minutesLater(183 * 24 * 60, closesAt).getTime() / 1000);
  });

  it('with a link that nobody made are counted for ninety days', async () => {
    const unknown = { secret: 'A'.repeat(43), pin: '000000' };
    await redeem(unknown);
    const [tries] = await store.get([triesKey(hashOf(unknown.secret))]);
    expect(tries?.['expiresAt']).toBe(minutesLater(90 * 24 * 60).getTime() / 1000);
  });

  it('are forgotten with a new invitation, which one press makes', async () => {
    const given = await invite();
    await triedBefore(given, mostTriesInAll);
    await redeem(given);
    expect(await listedFor('clerk')).toEqual([expect.objectContaining({ triedOutAt: start.toISOString() })]);
    const anew = await invite();
    expect(await listedFor('clerk')).toEqual([
      expect.not.objectContaining({ triedOutAt: expect.anything() }),
    ]);
    expect(await redeem(anew)).toMatchObject({ status: 201 });
  });
});

describe('the cookie of a guest', () => {
  const maxAge = (cookie: string | undefined) => Number(/Max-Age=(\d+)/.exec(cookie ?? '')?.[1]);
  const setDoor = (set: Record<string, unknown>) =>
    store.write([{ kind: 'update', key: doorKey(sessionId), set, onRefused: 'retry' }]);

  it('lasts until the rooms close, and no server takes it for longer', async () => {
    const { cookie } = await redeem(await invite());
    expect(maxAge(cookie)).toBe(3 * 3600);
    const closes = new Date('2027-03-02T05:00:00.000Z');
    expect(await get('/api/rooms/seat', pairOf(cookie), minutesLater(-1, closes))).toBe(200);
    expect(await get('/api/rooms/seat', pairOf(cookie), closes)).toBe(401);
  });

  it('goes with a session that moves, when its page is opened', async () => {
    const { cookie } = await redeem(await invite());
    await setDoor({ closesAt: '2027-03-02T08:00:00.000Z' });
    const response = await roomsAt(minutesLater(60), store).request('/api/rooms/seat', {
      headers: { cookie: pairOf(cookie) },
    });
    const renewed = response.headers.get('set-cookie') ?? undefined;
    expect(pairOf(renewed)).toBe(pairOf(cookie));
    expect(maxAge(renewed)).toBe(5 * 3600);
  });

  it('ends with the session: the page that reads so loses it, and ten minutes later it opens nothing', async () => {
    const { cookie } = await redeem(await invite());
    await setDoor({ status: 'ended', endedAt: start.toISOString() });
    await store.write([
      {
        kind: 'put',
        table: 'rooms',
        item: {
          pk: `session#${sessionId}`,
          sk: 'room',
          sessionId,
          version: 5,
          phase: 'ended',
          epoch: 1,
          pauses: [],
          retired: [],
          seats: {},
        },
        onRefused: 'retry',
      },
    ]);
    const read = (now: Date) =>
      roomsAt(now, store).request(`/api/rooms/${sessionId}`, { headers: { cookie: pairOf(cookie) } });
    const told = await read(minutesLater(9));
    expect(await told.json()).toMatchObject({ phase: 'ended' });
    expect(told.headers.get('set-cookie')).toMatch(/^__Host-saksi=; Path=\/; Max-Age=0; /);
    expect((await read(minutesLater(10))).status).toBe(401);
  });

  it('opens nothing once somebody else was given the seat', async () => {
    const { cookie } = await redeem(await invite('clerk'));
    const open = () =>
      Promise.all(['seat', sessionId].map((path) => get(`/api/rooms/${path}`, pairOf(cookie))));
    expect(await open()).toEqual([200, 200]);
    const { seats } = parseDoor((await store.get([doorKey(sessionId)]))[0]);
    await setDoor({
      seats: seats.map((each) => (each.seat === 'interpreter' ? { ...each, pseudonym: 'I-3333' } : each)),
    });
    expect(await open()).toEqual([401, 401]);
  });

  it('opens nothing of a session that was called off', async () => {
    const { cookie } = await redeem(await invite());
    await setDoor({ status: 'cancelled' });
    expect(await get(`/api/rooms/${sessionId}`, pairOf(cookie))).toBe(401);
  });
});
