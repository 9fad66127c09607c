import type { Door, Seat } from '../sessions/port/door.ts';
import { apartOf } from '../sessions/port/one-room.ts';
import { Refusal } from '../shared/refusals.ts';

/**
 * Screening while a session has one media room. Who is kept out of it is decided pair by pair, from plan, order and default
 * (sessions/port/one-room.ts); here it is held against whoever asks. Why it is so: infra/decisions/kept-apart.md.
 */

/** Why somebody must not be in the room of this session; undefined where they may. */
export const whyKeptApart = (
  door: Pick<Door, 'sessionId' | 'seats' | 'apart'>,
  { pseudonym }: Pick<Seat, 'pseudonym'>,
): 'pair' | 'in-camera' | undefined => apartOf(door).find((each) => each.pseudonym === pseudonym)?.why;

/** @throws {Refusal} `kept-apart`; `in-camera` where the court sits without them */
export function assertNotKeptApart(
  door: Pick<Door, 'sessionId' | 'seats' | 'apart'>,
  me: Pick<Seat, 'pseudonym'>,
): void {
  const why = whyKeptApart(door, me);
  if (why !== undefined) throw new Refusal(why === 'pair' ? 'kept-apart' : 'in-camera');
}
