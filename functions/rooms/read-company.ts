import { kindsOf } from '../sessions/port/door-gates.ts';
import { doorKey, parseDoor } from '../sessions/port/door.ts';
import type { Handler } from '../shared/http/call.ts';
import type { readCompany as contract } from './contract.ts';
import { seatOf } from '../sessions/port/seat-of.ts';

/** Who will be there, by role and nothing else: whoever is heard is told beforehand. Nothing says who has come. */
export const readCompany: Handler<typeof contract> = async ({
  actor,
  params: { sessionId },
  context: { store },
}) => {
  const [item] = await store.get([doorKey(sessionId)]);
  const door = parseDoor(item);
  seatOf(door, actor);
  // An older door does not say its kind: of all that it can be, an interview is the nearest.
  return { kind: kindsOf(door)[0] ?? 'interview', roles: [...new Set(door.seats.map(({ seat }) => seat))] };
};
