import { countryCode, countryOf } from '../shared/values/countries.ts';

/** Zone of a State’s capital; undefined for a State that is not in our list. */
export function capitalZone(country: string): string | undefined {
  const known = countryCode.safeParse(country);
  return known.success ? countryOf(known.data).capitalZone : undefined;
}
