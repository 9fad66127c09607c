import type { Role } from '../../shared/access/roles.ts';
import type { Capacity } from '../../shared/values/capacities.ts';

/**
 * As what those in these seats are heard. Of a witness the most is waited for, until a case says as what they are heard; so
 * it is where nobody who is heard has a seat yet.
 */
export function heardAs(seats: readonly (Role | 'room')[]): readonly Capacity[] {
  const heard = seats.flatMap((seat): Capacity[] => (seat === 'expert' ? ['expert'] : []));
  return seats.includes('witness') || heard.length === 0 ? ['victim', ...heard] : heard;
}
