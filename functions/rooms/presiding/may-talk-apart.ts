import type { Seat } from '../../sessions/port/door.ts';
import { sideOf, type PlacedDoor } from '../place.ts';
import type { Room } from '../room.ts';

/**
 * Who may talk apart: counsel with the client whom they defend and with whoever interprets for that client; judges among
 * themselves. Whoever interprets for somebody who is heard, or for the court, is in no consultation of the
 * defence, and whoever is heard is in none at all (domain notes, scenario 23).
 * @param client of the counsel who asks; undefined where the case does not say whom they defend
 */
export function mayTalkApart(
  door: PlacedDoor,
  room: Pick<Room, 'beside'>,
  me: Seat,
  other: Seat,
  client: string | undefined,
): boolean {
  if (me.seat === 'judge') return other.seat === 'judge';
  if (me.seat !== 'defence-counsel') return false;
  const accused = door.seats.filter(({ seat }) => seat === 'accused');
  // Of several it must be known which is theirs.
  const whose = client ?? (accused.length === 1 ? accused[0]?.pseudonym : undefined);
  if (other.seat === 'accused') return other.pseudonym === whose;
  const goesWith = room.beside?.[other.pseudonym];
  return other.seat === 'interpreter' && goesWith === whose && sideOf(door, room, other).of !== 'heard';
}
