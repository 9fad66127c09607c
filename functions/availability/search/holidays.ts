import { holidaysKey, parseHolidays } from '../../directory/port/working-time-store.ts';
import type { Store } from '../../shared/store/store.ts';
import type { CountryCode } from '../../shared/values/countries.ts';
import { dayNumber } from '../engine/local-days.ts';

/** The holidays of each country, as day numbers; days that were made working days are none. */
export type Holidays = ReadonlyMap<string, ReadonlySet<number>>;

/** One round of reads for all countries and years. Times in minutes UTC; local days reach a day further. */
export async function readHolidays(
  store: Store,
  countries: readonly CountryCode[],
  from: number,
  until: number,
): Promise<Holidays> {
  const yearOf = (minute: number) => new Date(minute * 60_000).getUTCFullYear();
  const [first, last] = [yearOf(from - 1440), yearOf(until + 1440)];
  const years = Array.from({ length: last - first + 1 }, (_, more) => first + more);
  const wanted = [...new Set(countries)].flatMap((country) => years.map((year) => ({ country, year })));
  const items = await store.get(wanted.map(({ country, year }) => holidaysKey(country, year)));
  const days = new Map<string, Set<number>>();
  for (const [order, { country, year }] of wanted.entries()) {
    const known = days.get(country) ?? new Set<number>();
    for (const { day, kind } of parseHolidays(items[order], country, year).holidays)
      if (kind === 'holiday') known.add(dayNumber(day));
    days.set(country, known);
  }
  return days;
}
