import * as z from 'zod';
import { asStaff } from '../shared/access/as-staff.ts';
import { staffRole, type Staff } from '../shared/access/roles.ts';
import type { Call } from '../shared/http/mount.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Store } from '../shared/store/store.ts';
import { countryCode, type CountryCode } from '../shared/values/countries.ts';
import { parsePerson, personKey } from './port/actor.ts';
import { correction, holidaysKey, parseHolidays } from './port/working-time-store.ts';
import { correctHoliday } from './contract.ts';
import { mayCorrect } from './holidays.ts';
import { shippedHolidays, shippedVersion } from './holidays/shipped.ts';
import { agenciesOf } from './store.ts';

const correctionMade = z.object({
  ...correction.shape,
  version: z.number().int(),
  at: z.string(),
  by: z.string(),
  role: staffRole,
  agency: z.string(),
});

/** The holidays of a country and year, with every correction. */
export async function holidaysOfYear({ actor, query, context }: Call<unknown, unknown>) {
  const country = countryCode.parse(query['country']);
  const year = Number(query['year']);
  const { table, pk, sk } = holidaysKey(country, year);
  // The prefix holds the year itself and its versions, so what is shown belongs together.
  const [items, corrects] = await Promise.all([
    queryAll(context.store, table, pk, { prefix: sk }),
    isCorrector(context.store, asStaff(actor), country),
  ]);
  const current = items.find((item) => item.sk === sk);
  const { version, shipped, holidays } = parseHolidays(current, country, year);
  const history = items.filter((item) => item.sk !== sk).map((item) => correctionMade.parse(item));
  return {
    version,
    shipped,
    source: shippedVersion,
    holidays: [...holidays],
    asShipped: [...(shippedHolidays(country, year) ?? [])],
    mayCorrect: corrects,
    history,
  };
}

async function isCorrector(store: Store, staff: Staff, country: CountryCode): Promise<boolean> {
  if (correctHoliday.who === 'anyone' || !correctHoliday.who.includes(staff.role)) return false;
  const [[self], there] = await Promise.all([
    store.get([personKey(staff.personId)]),
    store.query('directory', agenciesOf(country), { limit: 1 }),
  ]);
  return mayCorrect(parsePerson(self).country, country, there.length > 0);
}
