import type { Store } from '../../shared/store/store.ts';
import { workedBy, type Reservation } from '../../sessions/port/week-pages.ts';
import { busyMinutes } from '../port/findings.ts';
import { reach } from '../engine/free-starts.ts';
import { readHolidays } from './holidays.ts';
import type { Resource } from '../engine/question.ts';
import { readTakenOf } from '../taken/read-taken.ts';
import type { Found } from './world.ts';

export interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * What was found, as the search takes it: with what stands on each calendar, and the holidays of each country.
 * @param moving a session whose own time is no obstacle
 * @throws {Refusal} `search-too-large`
 */
export async function readResources(
  store: Store,
  found: readonly Found[],
  { from, until }: Span,
  now: Date,
  moving: string | undefined,
): Promise<ReadonlyMap<Found, Resource>> {
  const unlike = [...new Map(found.map((each) => [each.id, each])).values()];
  const [taken, holidays] = await Promise.all([
    readTakenOf(
      store,
      unlike.map(({ owner }) => owner),
      { from: from - reach, until: until + reach },
      now,
    ),
    readHolidays(
      store,
      unlike.map(({ workingTime }) => workingTime.country),
      from,
      until,
    ),
  ]);
  const made = new Map(
    unlike.map(({ id, owner, workingTime, profile, guess, dutyZone, hidden }, order): [string, Resource] => [
      id,
      {
        id,
        workingTime,
        holidays: holidays.get(workingTime.country) ?? new Set(),
        ...takenOf(taken[order] ?? [], moving, now),
        ...(profile === undefined ? {} : { duty: profile.duty }),
        ...(dutyZone === undefined ? {} : { dutyZone }),
        guess,
        room: owner.startsWith('room#'),
        hidden,
      },
    ]),
  );
  return new Map(found.flatMap((each) => resourceFor(made.get(each.id), each)));
}

/** What is taken by others, and what the session that is to be moved took already. */
export const takenOf = (
  taken: readonly Reservation[],
  moving: string | undefined,
  now: Date,
): Pick<Resource, 'booked' | 'worked'> => ({
  booked: busyMinutes(taken.filter(({ sessionId }) => sessionId !== moving)),
  worked: busyMinutes(
    workedBy(
      taken.filter(({ sessionId }) => sessionId === moving),
      now,
    ),
  ),
});

const resourceFor = (resource: Resource | undefined, found: Found): [Found, Resource][] =>
  resource === undefined ? [] : [[found, resource]];
