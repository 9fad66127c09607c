import type { Store } from '../../shared/store/store.ts';
import { endsOf, untilTheirEnd } from '../taken/ended-early.ts';
import type { Obstacle } from './overrides.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import { calendarsOf, pageNames, type Booking } from '../../sessions/port/roster.ts';
import { spansOf, type SessionTime } from '../../sessions/port/session-time.ts';
import { minutesBetween } from '../../shared/values/instants.ts';
import type { InterpretingMode } from '../../shared/values/interpreting.ts';
import { longestOf } from '../longest-with-team.ts';
import { takenAt, toCome, workedBy, type Reservation } from '../../sessions/port/week-pages.ts';
import { findingsFor, possibleReach, type TakenAround } from './findings.ts';
import type { Resource } from './resource.ts';
import { pageKey, parsePage } from '../../sessions/port/page-items.ts';
import type { Claim } from './claim.ts';

/** All that stands in the way of what is still to come of a time, in the order of the bookings. */
export async function obstaclesTo(
  store: Store,
  claim: Pick<Claim, 'caseId' | 'sessionId' | 'time' | 'mode' | 'others'>,
  resources: readonly Resource[],
  found: Found,
  now: Date,
): Promise<readonly Obstacle[]> {
  const alone = tooLongFor(resources, claim, claim.others);
  const around = resources.map(({ booking }) => takenFrom(claim, booking, found, now));
  const taken = around.map(({ others }) => others);
  const all = (some: readonly (readonly Reservation[])[]): readonly Obstacle[] => [
    ...resources.flatMap((resource, index) => {
      const spans = toCome(spansOf(claim.time, resource.booking.seat), now);
      const on = { others: some[index] ?? [], own: around[index]?.own ?? [] };
      return findingsFor(resource, spans, on, now).map((each) => ({ ...each, resource }));
    }),
    ...alone,
  ];
  const first = all(taken);
  const inTheWay = first.flatMap(({ sessions }) => sessions);
  if (inTheWay.length === 0) return first;
  const ends = await endsOf(store, inTheWay);
  return ends.size === 0 ? first : all(taken.map((each) => untilTheirEnd(each, ends)));
}

/** What others have on a calendar, and what the session itself took of it already, as far as a rule could look. */
function takenFrom(
  { caseId, sessionId, time }: Pick<Claim, 'caseId' | 'sessionId' | 'time'>,
  booking: Booking,
  found: Found,
  now: Date,
): TakenAround {
  const reach = possibleReach(booking, spansOf(time, booking.seat));
  const names = calendarsOf(caseId, booking).flatMap((calendar) => pageNames(calendar, reach));
  const pages = names.map((name) => parsePage(name, found(pageKey(name))));
  const all = takenAt(pages, now);
  return {
    others: all.filter((each) => each.sessionId !== sessionId),
    own: workedBy(
      all.filter((each) => each.sessionId === sessionId),
      now,
    ),
  };
}

/**
 * That the interpreters of a session have no rest for longer than they can work; told of the first of them.
 * @param resources whoever's time is to be taken, of whatever seat
 * @param others who is booked already and stays; interpreters among them share the work
 */
export function tooLongFor(
  resources: readonly Resource[],
  { time, mode }: { readonly time: SessionTime; readonly mode?: InterpretingMode | undefined },
  others: readonly Resource[] = [],
): readonly Obstacle[] {
  const [first] = resources.filter(({ duty }) => duty !== undefined);
  if (first === undefined) return [];
  const team = [...resources, ...others].flatMap(({ duty }) => duty ?? []);
  const most = longestOf(team, mode);
  const tooLong = spansOf(time, 'interpreter').some(({ start, end }) => minutesBetween(start, end) > most);
  return tooLong ? [{ name: 'alone-too-long', sessions: [], resource: first }] : [];
}
