import { isSummonedTo, type Apart, type Door, type Seat } from '../sessions/port/door.ts';
import { apartOf } from '../sessions/port/one-room.ts';
import { Refusal } from '../shared/refusals.ts';

/**
 * Who has no way into any media room of a session, and who has a room apart from the others'. It is decided pair by pair, from plan,
 * order and default (sessions/port/one-room.ts); here it is held against whoever asks. Why it is so: infra/decisions/kept-apart.md.
 */

type Seated = Pick<Door, 'sessionId' | 'seats' | 'apart' | 'kind' | 'gates'>;
type Who = Pick<Seat, 'pseudonym'>;

const apartFrom = (door: Seated, { pseudonym }: Who): Apart | undefined =>
  apartOf(door).find((each) => each.pseudonym === pseudonym);

/**
 * Whether somebody hears and is heard in the screened room: the accused's side before a court, where anybody in the session is
 * protected from them.
 */
export const isScreened = (door: Seated, me: Who): boolean =>
  isSummonedTo(door) && apartFrom(door, me)?.screened === true;

/** Why somebody must not be in any room of this session, for whoever runs it; undefined where they may. */
export const whyKeptApart = (door: Seated, me: Who): Apart['why'] | undefined =>
  isScreened(door, me) ? undefined : apartFrom(door, me)?.why;

/** The same as they are told it themselves: that a plan names them is never theirs to learn, so they wait as others do. */
export function toldApart(door: Seated, me: Who): 'pair' | 'in-camera' | undefined {
  const why = whyKeptApart(door, me);
  return why === 'plan' ? undefined : why;
}

/** @throws {Refusal} `kept-apart`; `in-camera` where the court sits without them */
export function assertNotKeptApart(why: Apart['why'] | undefined): void {
  if (why !== undefined) throw new Refusal(why === 'in-camera' ? 'in-camera' : 'kept-apart');
}
