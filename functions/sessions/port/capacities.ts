import { capacityOn } from '../../cases/port/capacity.ts';
import type { CaseWitness } from '../../cases/port/membership.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { Capacity } from '../../shared/values/capacities.ts';
import { localOf } from '../../shared/values/zones.ts';

/** The published port of `sessions` on as what those who are heard in a session are heard: its gates go by it (gates.ts). */

/**
 * As what those in these seats are heard, where nothing is known of them but the seat. Of a witness the most is waited for, until
 * a case says as what they are heard; so it is where nobody who is heard has a seat yet.
 */
export function heardAs(seats: readonly (Role | 'room')[]): readonly Capacity[] {
  const heard = seats.flatMap((seat): Capacity[] => (seat === 'expert' ? ['expert'] : []));
  return seats.includes('witness') || heard.length === 0 ? ['victim', ...heard] : heard;
}

/** What a case says of somebody, as far as gates go by it. */
export type Described = Pick<CaseWitness, 'pseudonym' | 'protected' | 'zone' | 'capacity' | 'ofAgeOn'>;

/**
 * As what somebody is heard on the days of a session, by the clock where they are: on the first of them they may be a child
 * still, and on the last no more. A plain witness whom an order or the holder protects is in danger as a victim is. Why it is so:
 * infra/decisions/capacity-chooses-gates.md.
 * @param end no part of the session any more
 */
export function capacitiesIn(
  { start, end }: { readonly start: string; readonly end: string },
  heard: Described | undefined,
): readonly Capacity[] {
  if (heard === undefined) return ['victim'];
  const days = [start, new Date(Date.parse(end) - 1).toISOString()].map((at) =>
    localOf(heard.zone, at).local.slice(0, 10),
  );
  const said = days.map((day) => capacityOn(heard, day));
  return [...new Set(said.map((as) => (as === 'witness' && heard.protected ? 'victim' : as)))];
}
