import { countryCode } from '../../shared/values/countries.ts';
import type { Standing } from '../law/contract.ts';
import { holdsOn } from '../law/entry.ts';
import { statementOf } from '../law/law-for.ts';
import { recordOf } from '../law/states.ts';
import { sources } from '../law/sources.ts';

/**
 * The published port of `requests` on how long before a session a State wants to be asked. It warns and closes nothing: what is
 * known of a State's law is data with marks, and a notice period that nobody read is a question.
 */

export interface LeadTime {
  /** `law`: of the host State. `permission`: of the very grant. */
  readonly of: 'law' | 'permission';
  /** The last day on which it is kept, `YYYY-MM-DD` in UTC; absent where no number is known. */
  readonly by?: string;
  readonly standing: Standing;
  readonly article?: string;
  /** What was read, in English. */
  readonly says?: string;
  readonly read: readonly string[];
}

/**
 * @param host the State in which somebody is heard
 * @param on the day on which that State received the request, or of today, `YYYY-MM-DD`: it picks the law
 * @param start of the session, an instant
 */
export function leadTimesOfLaw(host: string, on: string, start: string): readonly LeadTime[] {
  const known = countryCode.safeParse(host);
  const entries = known.success ? (recordOf(known.data).written.notice ?? []) : [];
  const holding = entries.filter((entry) => holdsOn(entry, on)).map(statementOf);
  if (holding.length === 0) return [{ of: 'law', standing: 'ask', read: [] }];
  return holding.map(({ standing, article, value, leadMonths, sources: ids }) => ({
    of: 'law',
    standing,
    ...(leadMonths === undefined ? {} : { by: monthsBefore(start.slice(0, 10), leadMonths) }),
    ...(article === undefined ? {} : { article }),
    ...(value === undefined ? {} : { says: value }),
    read: ids.map((each) => sources[each].read),
  }));
}

/** What a grant itself demands. @param days before the session */
export const leadTimeOfGrant = (days: number, start: string): LeadTime => ({
  of: 'permission',
  standing: 'sure',
  by: new Date(Date.parse(start) - days * 86_400_000).toISOString().slice(0, 10),
  read: [],
});

/** The same day so many months before; the last of the month where that month is shorter. @param day `YYYY-MM-DD` */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}
