import { Refusal } from '../../shared/refusals.ts';
import type { Store } from '../../shared/store/store.ts';
import { reach } from './availability.ts';
import { readHolidays } from './holidays.ts';
import type { Resource } from './question.ts';
import { busyWithout, endedEarly, mostTaken, readTaken } from './taken.ts';
import { isLive } from '../week-pages.ts';
import type { Found } from './world.ts';

export interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * What was found, as the search takes it: with what stands on each calendar, and the holidays of each country. One round
 * of reads, and another where a session should be going on right now.
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
    Promise.all(unlike.map(({ owner }) => readLive(store, owner, { from, until }, now))),
    readHolidays(
      store,
      unlike.map(({ calendar }) => calendar.country),
      from,
      until,
    ),
  ]);
  if (taken.some(({ length }) => length > mostTaken)) throw new Refusal('search-too-large');
  const ended = await endedEarly(store, taken.flat(), now);
  const free = moving === undefined ? ended : [...ended, moving];
  const made = new Map(
    unlike.map(({ id, calendar, profile, hidden }, order): [string, Resource] => [
      id,
      {
        id,
        calendar,
        holidays: holidays.get(calendar.country) ?? new Set(),
        booked: busyWithout(taken[order] ?? [], free),
        ...(profile === undefined ? {} : { duty: profile.duty }),
        hidden,
      },
    ]),
  );
  return new Map(found.flatMap((each) => resourceFor(made.get(each.id), each)));
}

const resourceFor = (resource: Resource | undefined, found: Found): [Found, Resource][] =>
  resource === undefined ? [] : [[found, resource]];

/** What stands on a calendar, without holds that have ended. */
async function readLive(store: Store, owner: Found['owner'], { from, until }: Span, now: Date) {
  const taken = await readTaken(store, owner, from - reach, until + reach);
  return taken.filter((each) => isLive(each, now));
}
