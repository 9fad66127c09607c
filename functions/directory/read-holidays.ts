import * as z from 'zod';
import { staffRole, type Staff } from '../shared/access/roles.ts';
import type { Handler } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Store } from '../shared/store/store.ts';
import type { CountryCode } from '../shared/values/countries.ts';
import { parsePerson, personKey } from './port/actor.ts';
import { correction, holidaysKey, parseHolidays } from './port/working-time-store.ts';
import { correctHoliday, type readHolidays } from './contract.ts';
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
export const holidaysOfYear: Handler<typeof readHolidays> = async ({
  actor,
  query: { country, year },
  context,
}) => {
  const { table, pk, sk } = holidaysKey(country, year);
  // The prefix holds the year itself and its versions, so what is shown belongs together.
  const [items, corrects] = await Promise.all([
    queryAll(context.store, table, pk, { prefix: sk }),
    isCorrector(context.store, actor, country),
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
};

async function isCorrector(store: Store, staff: Staff, country: CountryCode): Promise<boolean> {
  if (!correctHoliday.who.some((role) => role === staff.role)) return false;
  const [[self], there] = await Promise.all([
    store.get([personKey(staff.personId)]),
    store.query('directory', agenciesOf(country), { limit: 1 }),
  ]);
  return mayCorrect(parsePerson(self).country, country, there.length > 0);
}
