import { Refusal } from '../shared/refusals.ts';
import type { Handler } from '../shared/http/call.ts';
import type { readGuestSeat as contract } from './contract.ts';
import { deviceKey, parseDevice } from './store.ts';

/** The seat that this device holds, as it was when its invitation was redeemed. */
export const readGuestSeat: Handler<typeof contract> = async ({ actor, context: { store } }) => {
  const [item] = await store.get([deviceKey(actor.sessionId, actor.seatId)]);
  const device = parseDevice(item);
  if (device === undefined) throw new Refusal('sign-in-needed');
  return { sessionId: device.sessionId, seat: device.seat, language: device.language };
};
