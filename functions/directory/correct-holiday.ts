import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { holidaysCorrected } from './actions.ts';
import { parsePerson, personKey } from './port/actor.ts';
import { entered, type AgencyChange } from './port/agency-log.ts';
import { holidaysKey, parseHolidays, putHolidays, versionKey } from './port/working-time-store.ts';
import type * as contract from './contract.ts';
import { correct, mayCorrect } from './holidays.ts';
import { agenciesOf } from './store.ts';

/** @throws {Refusal} `not-your-role` for another country's days; `invalid-request`, `changed-meanwhile` */
export const correctOneHoliday: Handler<typeof contract.correctHoliday> = ({
  actor: staff,
  body,
  now,
  context,
  commit,
}) =>
  commit(async () => {
    const { country, year, version, day, kind, name } = body;
    const key = holidaysKey(country, year);
    const [[item, self], there] = await Promise.all([
      context.store.get([key, personKey(staff.personId)]),
      context.store.query('directory', agenciesOf(country), { limit: 1 }),
    ]);
    const { agencyId, agencyName, country: ownCountry } = parsePerson(self);
    if (!mayCorrect(ownCountry, country, there.length > 0)) throw new Refusal('not-your-role');
    const before = parseHolidays(item, country, year);
    if (version !== before.version) throw new Refusal('changed-meanwhile');
    const corrections = correct(before, { day, kind, name });
    const next = version + 1;
    const change: AgencyChange = {
      agencyId,
      actor: staff,
      subject: { kind: 'holidays', ref: `${country}-${year}` },
      entry: (by) => holidaysCorrected.entry({ ...by, details: { version: next, day, kind } }),
      history: versionKey(key, next),
      remembered: { version: next, day, kind, name, role: staff.role, agency: agencyName },
    };
    return {
      changes: [putHolidays(country, year, corrections, version), ...(await entered(change, now, context))],
      answer: { version: next },
    };
  });
