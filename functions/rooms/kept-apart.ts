import type { Apart, Door, Seat } from '../sessions/port/door.ts';
import { apartOf } from '../sessions/port/one-room.ts';
import { Refusal } from '../shared/refusals.ts';

/**
 * Screening while a session has one media room. Who is kept out of it is decided pair by pair, from plan, order and default
 * (sessions/port/one-room.ts); here it is held against whoever asks. Why it is so: infra/decisions/kept-apart.md.
 */

type Seated = Pick<Door, 'sessionId' | 'seats' | 'apart'>;

/** Why somebody must not be in the room of this session, for whoever runs it; undefined where they may. */
export const whyKeptApart = (
  door: Seated,
  { pseudonym }: Pick<Seat, 'pseudonym'>,
): Apart['why'] | undefined => apartOf(door).find((each) => each.pseudonym === pseudonym)?.why;

/** The same as they are told it themselves: that a plan names them is never theirs to learn, so they wait as others do. */
export function toldApart(door: Seated, me: Pick<Seat, 'pseudonym'>): 'pair' | 'in-camera' | undefined {
  const why = whyKeptApart(door, me);
  return why === 'plan' ? undefined : why;
}

/** @throws {Refusal} `kept-apart`; `in-camera` where the court sits without them */
export function assertNotKeptApart(why: Apart['why'] | undefined): void {
  if (why !== undefined) throw new Refusal(why === 'in-camera' ? 'in-camera' : 'kept-apart');
}
