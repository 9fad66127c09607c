import { Refusal } from '../../shared/refusals.ts';
import type { Handler } from '../../shared/http/call.ts';
import { doorKey, parseDoor } from '../../sessions/port/door.ts';
import type { readGuestSeat as contract } from './contract.ts';
import { cookieFor, proofIn } from './guest-cookie.ts';
import { deviceKey, parseDevice } from '../store.ts';

/**
 * The seat that this device holds, as it was when its invitation was redeemed. The cookie is set anew, since the session may
 * end later by now than it did then.
 */
export const readGuestSeat: Handler<typeof contract> = async ({
  actor,
  now,
  request,
  header,
  context: { store },
}) => {
  const [item, doorItem] = await store.get([
    deviceKey(actor.sessionId, actor.seatId),
    doorKey(actor.sessionId),
  ]);
  const device = parseDevice(item);
  if (device === undefined) throw new Refusal('sign-in-needed');
  const proof = proofIn(request);
  if (proof !== undefined) header('set-cookie', cookieFor(proof, parseDoor(doorItem), now));
  return { sessionId: device.sessionId, seat: device.seat, language: device.language };
};
