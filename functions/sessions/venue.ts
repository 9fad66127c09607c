import type { Staff } from '../shared/access/roles.ts';
import { capitalZone } from '../shared/values/countries.ts';
import { onClockOf, type SessionTime } from './session-time.ts';

/**
 * The time as it is kept. Everybody in a case sees by which clock a session is set, and a support officer's own can tell
 * where a protected person is: what she sets, whatever zone she names, goes by the clock of the host State's capital, which
 * everybody knows. The instants stay what they are.
 * @param kept the zone by which the session is set already, if it is; to stay with it tells nothing new
 */
export function atKnownVenue(
  time: SessionTime,
  { role }: Pick<Staff, 'role'>,
  hostState: string,
  kept?: string,
): SessionTime {
  if (role !== 'support-officer' || time.venue.zone === kept) return time;
  const zone = capitalZone(hostState) ?? 'Etc/UTC';
  return time.venue.zone === zone ? time : onClockOf(zone, time);
}
