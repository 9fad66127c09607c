import * as z from 'zod';
import { guestRole } from '../shared/access/roles.ts';
import type { Change, Key, Store } from '../shared/store/store.ts';
import { newId, type RandomBytes } from '../shared/values/ids.ts';
import { uiLanguage } from '../shared/values/languages.ts';
import type { MintedPass, Present } from './media/intruder.ts';
import { roomItem, unopened, type Room } from './room.ts';
import { seatUseItem, type SeatUse } from './seat-use.ts';

/** The items of the rooms table. Secrets are in it only as hashes. */

const table = 'rooms';
/** Seconds for which the way from a media room back to its session is kept: late events of the media server. */
const waysKeptSeconds = 30 * 24 * 3600;
export const waysKeptUntil = (now: Date): number => seconds(now) + waysKeptSeconds;

export const roomKey = (sessionId: string): Key => ({ table, pk: `session#${sessionId}`, sk: 'room' });

/** What was stored earlier has the pauses under `holds`: rooms, and answers that are kept for a retry. */
export function withPauses<Stored>(stored: Stored): Stored {
  if (typeof stored !== 'object' || stored === null || !('holds' in stored)) return stored;
  const { holds, ...rest } = stored;
  return { pauses: holds, ...rest } as Stored;
}

export const parseRoom = (item: unknown, sessionId: string): Room =>
  item === undefined ? unopened(sessionId) : roomItem.parse(withRooms(withPauses(item)));

/** What was stored before a session had several media rooms: its one room, and in each seat the identity in it. */
const ofOneRoom = z.object({
  roomName: z.string().optional(),
  epoch: z.int(),
  seats: z.record(z.string(), z.object({ identity: z.string().optional() })),
});

function withRooms(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || 'rooms' in stored) return stored;
  const { roomName, epoch, seats } = ofOneRoom.parse(stored);
  if (roomName === undefined) return { ...stored, rooms: {} };
  const people = Object.entries(seats).flatMap(([who, { identity }]) =>
    identity === undefined ? [] : [[who, { identity, since: epoch }] as const],
  );
  return { ...stored, rooms: { hearing: { roomName, people: Object.fromEntries(people) } } };
}

/** The room's next state, only over the state that was read. */
export function putRoom(before: Room, after: Room): Change {
  const { pk, sk } = roomKey(before.sessionId);
  return {
    kind: 'put',
    table,
    item: { ...after, pk, sk, version: before.version + 1 },
    when: before.version === 0 ? 'absent' : { version: before.version },
    onRefused: 'retry',
  };
}

/** What each seat of a session has used, in items of their own; of seats that have used nothing there is none. */
const seatStart = 'seat#';

/** In the same round as the keys of a snapshot. */
export const readSeatUses = async (store: Store, sessionId: string): Promise<SeatUse[]> =>
  (await store.query(table, roomKey(sessionId).pk, { prefix: seatStart })).map((item) =>
    seatUseItem.parse(item),
  );

/** A seat's next state, only over the one that was read. */
export const putSeatUse = (before: SeatUse, after: SeatUse): Change => ({
  kind: 'put',
  table,
  item: {
    ...after,
    pk: roomKey(before.sessionId).pk,
    sk: `${seatStart}${before.pseudonym}`,
    version: before.version + 1,
  },
  when: before.version === 0 ? 'absent' : { version: before.version },
  onRefused: 'retry',
});

/** From a room at the media server, or an identity in it, back to the session: for the media server's events. */
const wayItem = z.object({
  sessionId: z.string(),
  seat: z.string().optional(),
  pseudonym: z.string().optional(),
  /** Nobody in that room sees them. */
  hidden: z.literal(true).optional(),
});
export type Way = z.infer<typeof wayItem>;
export const parseWay = (item: unknown): Way | undefined =>
  item === undefined ? undefined : wayItem.parse(item);
export const roomWayKey = (roomName: string): Key => ({ table, pk: `media#${roomName}`, sk: 'room' });
export const identityWayKey = (roomName: string, identity: string): Key => ({
  table,
  pk: `media#${roomName}`,
  sk: `identity#${identity}`,
});

export const putWay = ({ pk, sk }: Key, way: Way, now: Date): Change => ({
  kind: 'put',
  table,
  item: { pk, sk, ...way, expiresAt: waysKeptUntil(now) },
  onRefused: 'retry',
});

/** The way of an identity says too when the newest pass was minted that somebody used with it (milliseconds since 1970). */
const identityWayItem = wayItem.extend({ passUsedAt: z.number().int().optional() });
export const parseIdentityWay = (item: unknown) =>
  item === undefined ? undefined : identityWayItem.parse(item);

/** A pass by its mark, for as long as events of its room can come. */
const passItem = z.object({
  identity: z.string(),
  mintedAt: z.number().int(),
  connection: z.string().optional(),
});
export const passKey = (roomName: string, mark: string): Key => ({
  table,
  pk: `media#${roomName}`,
  sk: `pass#${mark}`,
});
export const parsePass = (item: unknown): MintedPass | undefined =>
  item === undefined ? undefined : passItem.parse(item);

export function putPass(roomName: string, mark: string, identity: string, now: Date): Change {
  const { pk, sk } = passKey(roomName, mark);
  const expiresAt = waysKeptUntil(now);
  return {
    kind: 'put',
    table,
    item: { pk, sk, identity, mintedAt: now.getTime(), expiresAt },
    when: 'absent',
    onRefused: 'retry',
  };
}

/** A pass is used for the first time: by this connection, and no older pass of the identity counts any more. */
export function useOfPass(
  roomName: string,
  { identity, connection, mark }: Present,
  { mintedAt }: Pick<MintedPass, 'mintedAt'>,
  usedBefore: number | undefined,
): Change[] {
  return [
    {
      kind: 'update',
      key: passKey(roomName, mark),
      set: { connection },
      when: { identity, connection: undefined },
      onRefused: 'retry',
    },
    {
      kind: 'update',
      key: identityWayKey(roomName, identity),
      set: { passUsedAt: mintedAt },
      when: { passUsedAt: usedBefore },
      onRefused: 'retry',
    },
  ];
}

/** What opens the commitment to what was seen of who somebody is; no view has it. */
export const putWhatWasSeen = (
  sessionId: string,
  pseudonym: string,
  disclosures: Readonly<Record<string, string>>,
  randomBytes: RandomBytes,
): Change => ({
  kind: 'put',
  table,
  item: {
    pk: roomKey(sessionId).pk,
    sk: `identity#${pseudonym}#${newId(randomBytes)}`,
    disclosures: { ...disclosures },
  },
  when: 'absent',
  onRefused: 'retry',
});

/** The invitation that counts for somebody; making a new one ends the earlier one. */
const invitationItem = z.object({
  sessionId: z.string(),
  seat: guestRole,
  language: uiLanguage,
  /** Whom it invites; whoever is given the seat later needs an invitation of their own. */
  pseudonym: z.string(),
  secretHash: z.string(),
  pinHash: z.string(),
  salt: z.string(),
  state: z.enum(['fresh', 'redeemed']),
  endsAt: z.string(),
  /** When the last try was used up: no PIN is looked at any more. The device that redeemed it before that stays. */
  triedOutAt: z.string().optional(),
});
export type Invitation = z.infer<typeof invitationItem>;

export const invitationKey = (sessionId: string, pseudonym: string): Key => ({
  table,
  pk: `session#${sessionId}`,
  sk: `invitation#${pseudonym}`,
});
/** Days after the hours of a session for which link and PIN withdraw, and do nothing else; see withdraw-by-link.ts. */
const withdrawalDays = 183;

/** Seconds since 1970 up to which an invitation is kept, and what belongs to it: for as long as it is good for anything. */
export const invitationKeptUntil = ({ endsAt }: Pick<Invitation, 'endsAt'>): number =>
  seconds(new Date(endsAt)) + withdrawalDays * 24 * 3600;

export const parseInvitation = (item: unknown): Invitation | undefined =>
  item === undefined ? undefined : invitationItem.parse(item);

/** From the hash of a link's secret to whom it invites. */
const inviteeItem = z.object({ sessionId: z.string(), pseudonym: z.string() });
export const inviteeKey = (secretHash: string): Key => ({ table, pk: `invitee#${secretHash}`, sk: 'seat' });
export const parseInvitee = (item: unknown) => (item === undefined ? undefined : inviteeItem.parse(item));

/** Tries with a secret, known to us or not: an unknown one must behave like a known one. */
const triesItem = z.object({ inWindow: z.number().int(), windowStart: z.string(), inAll: z.number().int() });
export type Tries = z.infer<typeof triesItem>;
export const triesKey = (secretHash: string): Key => ({ table, pk: `tries#${secretHash}`, sk: 'tries' });
/** Kept for as long as the invitation, or a wrong PIN would be tried twenty times more. */
export const putTries = (
  secretHash: string,
  before: Tries | undefined,
  after: Tries,
  expiresAt: number,
): Change => {
  const { pk, sk } = triesKey(secretHash);
  return {
    kind: 'put',
    table,
    item: { pk, sk, ...after, expiresAt },
    when: before === undefined ? 'absent' : { inAll: before.inAll },
    onRefused: 'retry',
  };
};
export const parseTries = (item: unknown): Tries | undefined =>
  item === undefined ? undefined : triesItem.parse(item);

/** The one device that holds a guest's seat. */
const deviceItem = z.object({
  sessionId: z.string(),
  seat: guestRole,
  language: uiLanguage,
  /** Who holds the seat by this device. */
  pseudonym: z.string(),
  deviceId: z.string(),
  keyHash: z.string(),
  secretHash: z.string(),
});
export type GuestDevice = z.infer<typeof deviceItem>;
export const deviceKey = (sessionId: string, pseudonym: string): Key => ({
  table,
  pk: `session#${sessionId}`,
  sk: `device#${pseudonym}`,
});
export const parseDevice = (item: unknown): GuestDevice | undefined =>
  item === undefined ? undefined : deviceItem.parse(item);

/** Sessions whose rooms the sweep looks after. */
export const watchedPartition = 'watched';
export const watchedKey = (sessionId: string): Key => ({ table, pk: watchedPartition, sk: sessionId });

export const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
