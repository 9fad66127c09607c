import * as z from 'zod';
import { staffRole } from '../shared/access/roles.ts';
import type { Call } from '../shared/http/mount.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { countryCode } from '../shared/values/countries.ts';
import { correction, holidaysKey, parseHolidays } from './calendar-store.ts';
import { shippedVersion } from './holidays/shipped.ts';

const correctionMade = z.object({
  ...correction.shape,
  version: z.number().int(),
  at: z.string(),
  by: z.string(),
  role: staffRole,
  agency: z.string(),
});

/** The holidays of a country and year, with every correction. */
export async function holidaysOfYear({ query, ground }: Call<unknown, unknown>) {
  const country = countryCode.parse(query['country']);
  const year = Number(query['year']);
  const { table, pk, sk } = holidaysKey(country, year);
  // The prefix holds the year itself and its versions, so what is shown belongs together.
  const items = await queryAll(ground.store, table, pk, { prefix: sk });
  const current = items.find((item) => item.sk === sk);
  const { version, shipped, holidays } = parseHolidays(current, country, year);
  const history = items.filter((item) => item.sk !== sk).map((item) => correctionMade.parse(item));
  return { version, shipped, source: shippedVersion, holidays: [...holidays], history };
}
