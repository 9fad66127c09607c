import type { Guest } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Store } from '../shared/store/store.ts';
import { pseudonym } from '../shared/values/ids.ts';
import { doorKey, parseDoor } from '../sessions/port/door.ts';
import { hashOf, sameText } from './invitation.ts';
import { deviceKey, parseDevice, type GuestDevice } from './store.ts';

/** `__Host-` binds the cookie to this host, to TLS and to the whole site; scripts cannot read it. */
const cookieName = '__Host-saksi';

export const cookieFor = (
  device: Pick<GuestDevice, 'sessionId' | 'pseudonym'>,
  key: string,
  seconds: number,
): string =>
  `${cookieName}=${device.sessionId}.${device.pseudonym}.${key}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Strict`;

/**
 * The guest whose device sends this cookie; undefined without one.
 * @throws {Refusal} `sign-in-needed` for a cookie that is no longer good: another device has the seat, somebody else was
 * given it, or time is up
 */
export async function readGuest(store: Store, request: Request, now: Date): Promise<Guest | undefined> {
  const found = /(?:^|;\s*)__Host-saksi=([^;]*)/.exec(request.headers.get('cookie') ?? '')?.[1];
  if (found === undefined) return undefined;
  const [sessionId, who, key] = found.split('.');
  const holder = pseudonym.safeParse(who);
  if (sessionId === undefined || !/^[0-9a-z]{26}$/.test(sessionId) || !holder.success || key === undefined) {
    throw new Refusal('sign-in-needed');
  }
  const [item, doorItem] = await store.get([deviceKey(sessionId, holder.data), doorKey(sessionId)]);
  const device = parseDevice(item);
  if (device === undefined || !sameText(device.keyHash, hashOf(key))) throw new Refusal('sign-in-needed');
  const { closesAt, seats } = parseDoor(doorItem);
  const holds = seats.some((taken) => taken.seat === device.seat && taken.pseudonym === device.pseudonym);
  if (!holds || closesAt <= now.toISOString()) throw new Refusal('sign-in-needed');
  return { kind: 'guest', sessionId, seatId: device.pseudonym, role: device.seat, deviceId: device.deviceId };
}
