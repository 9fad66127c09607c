import type { Key, Store } from '../../shared/store/store.ts';
import type { CountryCode } from '../../shared/values/countries.ts';
import { addMinutes, instantOf, type Interval } from '../../shared/values/instants.ts';
import { holidaysKey, parseHolidays } from '../../directory/port/working-time-store.ts';
import { readByKey, type Found } from '../../shared/store/read-by-key.ts';
import { dayNumber } from '../engine/local-days.ts';
import type { Resource } from './resource.ts';

/**
 * Holidays as officers corrected them. Whose countries they are is known only when the calendars were read, which would
 * make every booking another round; so the countries that came up before are read along on suspicion, and only one that
 * this process has not met yet costs the round. It remembers names of countries and nothing that could grow old.
 */
export interface KnownHolidays {
  /** What to read along. */
  readonly keys: (span: Interval) => readonly Key[];
  /** The resources with the holidays of their countries. */
  readonly laidOver: (
    store: Store,
    found: Found,
    span: Interval,
    resources: readonly Resource[],
  ) => Promise<readonly Resource[]>;
}

export function knownHolidays(): KnownHolidays {
  const met = new Set<CountryCode>();
  return {
    keys: (span) => keysOf(met, span),
    async laidOver(store, found, span, resources) {
      const binding = resources.filter(({ binds, booking }) => binds && booking.roomId === undefined);
      const countries = new Set(binding.map(({ workingTime }) => workingTime.country));
      const fresh = new Set([...countries].filter((country) => !met.has(country)));
      const more = fresh.size === 0 ? found : await readByKey(store, keysOf(fresh, span));
      const days = (country: CountryCode) => holidaysOf(country, span, fresh.has(country) ? more : found);
      const laid = resources.map((resource) =>
        binding.includes(resource) ? { ...resource, holidays: days(resource.workingTime.country) } : resource,
      );
      for (const country of fresh) met.add(country);
      return laid;
    },
  };
}

function holidaysOf(country: CountryCode, span: Interval, found: Found): ReadonlySet<number> {
  const days = yearsOf(span).flatMap(
    (year) => parseHolidays(found(holidaysKey(country, year)), country, year).holidays,
  );
  return new Set(days.flatMap(({ day, kind }) => (kind === 'holiday' ? [dayNumber(day)] : [])));
}

/**
 * The holidays of each country, as day numbers; days that were made working days are none. One round of reads.
 * @param span in minutes
 */
export async function readHolidays(
  store: Store,
  countries: readonly CountryCode[],
  span: { readonly from: number; readonly until: number },
): Promise<ReadonlyMap<CountryCode, ReadonlySet<number>>> {
  const unlike = [...new Set(countries)];
  const interval = { start: instantOf(span.from * 60_000), end: instantOf(span.until * 60_000) };
  const found = await readByKey(store, keysOf(unlike, interval));
  return new Map(unlike.map((country) => [country, holidaysOf(country, interval, found)]));
}

const keysOf = (countries: Iterable<CountryCode>, span: Interval): readonly Key[] =>
  [...countries].flatMap((country) => yearsOf(span).map((year) => holidaysKey(country, year)));

/** The years of all local days that some time can lie on anywhere. */
function yearsOf({ start, end }: Interval): readonly number[] {
  const first = Number(addMinutes(start, -1440).slice(0, 4));
  const last = Number(addMinutes(end, 1440).slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, more) => first + more);
}
