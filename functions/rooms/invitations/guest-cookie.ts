import type { Guest } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Store } from '../../shared/store/store.ts';
import { pseudonym } from '../../shared/values/ids.ts';
import { doorKey, parseDoor, type Door } from '../../sessions/port/door.ts';
import { hashOf, sameText } from './invitation.ts';
import { deviceKey, parseDevice, seconds, type GuestDevice } from '../store.ts';

/** `__Host-` binds the cookie to this host, to TLS and to the whole site; scripts cannot read it. */
const cookieName = '__Host-saksi';
const cookie = (value: string, maxAge: number): string =>
  `${cookieName}=${value}; Path=/; Max-Age=${maxAge}; Secure; HttpOnly; SameSite=Strict`;

/** How long after the end a page that was asleep may still read that it is over, in minutes. */
const lingerMinutes = 10;

/** What a device proves that it holds a seat with. */
export interface DeviceProof {
  readonly sessionId: string;
  /** Who holds the seat by this device. */
  readonly pseudonym: string;
  readonly key: string;
}

/** The cookie for as long as the rooms of the session admit anybody. */
export const cookieFor = (
  { sessionId, pseudonym: who, key }: DeviceProof,
  { closesAt }: Pick<Door, 'closesAt'>,
  now: Date,
): string => cookie(`${sessionId}.${who}.${key}`, seconds(new Date(closesAt)) - seconds(now));

/** Takes the cookie away again. */
export const noCookie = cookie('', 0);

const cookieIn = (request: Request): string | undefined =>
  /(?:^|;\s*)__Host-saksi=([^;]*)/.exec(request.headers.get('cookie') ?? '')?.[1];

/** What the cookie of a request says, if it is one of ours; whether it is so, is not looked at. */
export function proofIn(request: Request): DeviceProof | undefined {
  const [sessionId, who, key] = cookieIn(request)?.split('.') ?? [];
  const holder = pseudonym.safeParse(who);
  const isOurs = sessionId !== undefined && /^[0-9a-z]{26}$/.test(sessionId) && holder.success;
  return isOurs && key !== undefined ? { sessionId, pseudonym: holder.data, key } : undefined;
}

/** Whether it is this device that holds the seat. */
export const provesSeat = (proof: DeviceProof | undefined, device: GuestDevice | undefined): boolean =>
  proof !== undefined &&
  device !== undefined &&
  proof.sessionId === device.sessionId &&
  proof.pseudonym === device.pseudonym &&
  sameText(device.keyHash, hashOf(proof.key));

/**
 * The guest whose device sends this cookie; undefined without one.
 * @throws {Refusal} `sign-in-needed` for a cookie that is no longer good: another device has the seat, somebody else was
 * given it, or the session is over
 */
export async function readGuest(store: Store, request: Request, now: Date): Promise<Guest | undefined> {
  if (cookieIn(request) === undefined) return undefined;
  const proof = proofIn(request);
  if (proof === undefined) throw new Refusal('sign-in-needed');
  const { sessionId } = proof;
  const [item, doorItem] = await store.get([deviceKey(sessionId, proof.pseudonym), doorKey(sessionId)]);
  const device = parseDevice(item);
  if (device === undefined || !provesSeat(proof, device)) throw new Refusal('sign-in-needed');
  const door = parseDoor(doorItem);
  const holds = door.seats.some(
    (taken) => taken.seat === device.seat && taken.pseudonym === device.pseudonym,
  );
  if (!holds || isOverForGuests(door, now)) throw new Refusal('sign-in-needed');
  return { kind: 'guest', sessionId, seatId: device.pseudonym, role: device.seat, deviceId: device.deviceId };
}

/** The hours are over, it was called off, or it was ended and every page had time to see that. */
export function isOverForGuests({ status, closesAt, endedAt }: Door, now: Date): boolean {
  if (status === 'cancelled' || closesAt <= now.toISOString()) return true;
  const lingers = Date.parse(endedAt ?? closesAt) + lingerMinutes * 60_000;
  return status === 'ended' && lingers <= now.getTime();
}
