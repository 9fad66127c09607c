import type { Guest } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Store } from '../../shared/store/store.ts';
import { doorKey, parseDoor, type Door } from '../../sessions/port/door.ts';
import { proofIn, provesSeat, showsCookie } from '../invitations/guest-cookie.ts';
import { deviceKey, parseDevice } from '../store.ts';

/** The published port on who comes by invitation: whatever is asked of it, by whichever capability, the same device is looked at. */

/** How long after the end a page that was asleep may still read that it is over, in minutes. */
const lingerMinutes = 10;

/**
 * The guest whose device sends this cookie; undefined without one.
 * @throws {Refusal} `sign-in-needed` for a cookie that is no longer good: another device has the seat, somebody else was
 * given it, or the session is over
 */
export async function readGuest(store: Store, request: Request, now: Date): Promise<Guest | undefined> {
  if (!showsCookie(request)) return undefined;
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
