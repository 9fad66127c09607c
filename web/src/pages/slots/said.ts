import type { Need } from '../../parts/time-problem.tsx';
import type { Attendee } from './attendees.ts';
import type { Fits } from './wanted-session.ts';
import type { Answer } from './widen.ts';

export type Slot = Answer['slots'][number];
export type Said = Pick<Slot['seats'][number], 'time' | 'warnings' | 'needs'>;

/** What must be set aside for those who come, each once for a seat. */
export function needsAt(slot: Slot, attendees: readonly Attendee[], chosen: Fits): readonly Need[] {
  const all = attendees.flatMap((attendee) => {
    const seat = seatOf(attendee);
    const needs = saidFor(attendee, slot, chosen)?.needs ?? [];
    return seat === undefined ? [] : needs.map((what): Need => ({ what, seat }));
  });
  return [...new Map(all.map((need) => [`${need.what} ${need.seat}`, need])).values()];
}

const seatOf = ({ kind, role }: Attendee): Need['seat'] | undefined => (kind === 'member' ? role : kind);

/** What is said of whoever comes as an attendee. */
export function saidFor({ key }: Attendee, slot: Slot, chosen: Fits): Said | undefined {
  const pool = slot.pools.find((each) => each.key === key);
  if (pool === undefined) return slot.seats.find((each) => each.key === key);
  return pool.fits.find(({ id }) => id === (key === 'room' ? chosen.room : chosen.interpreter));
}
