import type { Staff } from '../../shared/access/roles.ts';
import { capitalZone } from '../../shared/values/countries.ts';
import { localOf } from '../../shared/values/zones.ts';
import { isInTheOpen } from '../../directory/port/actor.ts';
import type { SessionTime } from '../port/session-time.ts';

/**
 * The time as it is kept. Everybody in a case sees by which clock a session is set, and that of whoever sits beside a
 * witness, or works at a protected site, can tell where she is: what they set, whatever zone they name, goes by the clock
 * of the host State's capital, which everybody knows. The instants stay what they are.
 * @param kept the zone by which the session is set already, if it is; to stay with it tells nothing new
 */
export function atKnownVenue(
  time: SessionTime,
  by: Pick<Staff, 'role' | 'atProtectedSite'>,
  hostState: string,
  kept?: string,
): SessionTime {
  if (isInTheOpen(by) || time.venue.zone === kept) return time;
  const zone = capitalZone(hostState) ?? 'Etc/UTC';
  return time.venue.zone === zone ? time : onClockOf(zone, time);
}

/** The same instants, set by the wall clock of another zone. @throws as localOf */
function onClockOf(zone: string, time: SessionTime): SessionTime {
  const days = time.days.map((day) => ({ ...day, ...localOf(zone, day.start) }));
  return { ...time, days, venue: { ...time.venue, zone, ...localOf(zone, time.start) } };
}
