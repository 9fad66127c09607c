import type { Viewpoint } from '../../cases/port/who-may-know-a-place.ts';
import type { Booking } from '../../sessions/port/roster.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { InterpretingMode } from '../../shared/values/interpreting.ts';
import { longestOf } from '../longest-with-team.ts';
import { resourceOf } from './resource.ts';

/**
 * Minutes for which the interpreters among those who are booked can work together without a rest, by the rules of their own
 * authorities; undefined where nobody interprets.
 * @param found what was read of everybody who is booked (`resourceKeys`)
 */
export function teamMinutes(
  bookings: readonly Booking[],
  found: Found,
  viewpoint: Viewpoint,
  mode: InterpretingMode | undefined,
): number | undefined {
  const interpreters = bookings.filter(({ seat }) => seat === 'interpreter');
  const team = interpreters.flatMap((each) => resourceOf(each, found, viewpoint, false).duty ?? []);
  return team.length === 0 ? undefined : longestOf(team, mode);
}
