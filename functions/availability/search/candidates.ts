import type { Store } from '../../shared/store/store.ts';
import { calendarIdOf, calendarsOf } from '../../sessions/port/roster.ts';
import { workedBy, type Reservation } from '../../sessions/port/week-pages.ts';
import { reach } from '../engine/free-starts.ts';
import type { Candidate } from '../engine/question.ts';
import { busyMinutes } from '../port/findings.ts';
import { inHalfDays } from '../port/half-days.ts';
import { readHolidays } from '../port/known-holidays.ts';
import type { Resource } from '../port/resource.ts';
import { readTaken, readTakenOf } from '../taken/read-taken.ts';

/** What stands on the calendars of all who are asked. */

/** In minutes. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** Of whose case the calendars are, and a session whose own time is no obstacle. */
interface For {
  readonly caseId: string;
  readonly moving?: string | undefined;
}

/**
 * Everybody and everything with what stands on each calendar. Whoever is there twice is read once, and is one candidate.
 * @throws {Refusal} `search-too-large`
 */
export async function readCandidates(
  store: Store,
  resources: readonly Resource[],
  { from, until }: Span,
  { caseId, moving }: For,
  now: Date,
): Promise<readonly Candidate[]> {
  const unlike = [...new Map(resources.map((each) => [each.id, each])).values()];
  const named = unlike.filter((each) => each.unnamed !== true);
  const span = { from: from - reach, until: until + reach };
  const calendars = named.map(({ booking }) => calendarsOf(caseId, booking));
  const [taken, others] = await Promise.all([
    readTakenOf(store, calendars.flat(), span, now),
    Promise.all(
      unlike.filter((each) => each.unnamed === true).map((each) => inHalfDaysOnly(store, each, span, caseId)),
    ),
  ]);
  const made = new Map<string, Candidate>(others.map((each) => [each.id, each]));
  let read = 0;
  for (const [order, resource] of named.entries()) {
    const own = taken.slice(read, (read += calendars[order]?.length ?? 0)).flat();
    made.set(resource.id, { ...resource, ...takenOf(own, moving, now) });
  }
  return resources.flatMap(({ id }) => made.get(id) ?? []);
}

/**
 * Of whoever may not be known by name: whole half days, from all that stands on the pages. That a hold has ended, that a
 * session is over, or that it is the one to be moved is not looked at: the hour at which a half day falls free would tell.
 */
async function inHalfDaysOnly(
  store: Store,
  resource: Resource,
  { from, until }: Span,
  caseId: string,
): Promise<Candidate> {
  const taken = await readTaken(store, calendarIdOf(caseId, resource.booking), from, until);
  return { ...resource, booked: busyMinutes(taken.map(inHalfDays)) };
}

/** What is taken by others, and what the session that is to be moved took already. */
const takenOf = (
  taken: readonly Reservation[],
  moving: string | undefined,
  now: Date,
): Pick<Candidate, 'booked' | 'worked'> => ({
  booked: busyMinutes(taken.filter(({ sessionId }) => sessionId !== moving)),
  worked: busyMinutes(
    workedBy(
      taken.filter(({ sessionId }) => sessionId === moving),
      now,
    ),
  ),
});

/** The same with the holidays of each country. */
export async function readWithHolidays(
  store: Store,
  resources: readonly Resource[],
  span: Span,
  of: For,
  now: Date,
): Promise<readonly Candidate[]> {
  const [candidates, holidays] = await Promise.all([
    readCandidates(store, resources, span, of, now),
    readHolidays(
      store,
      resources.map(({ workingTime }) => workingTime.country),
      span,
    ),
  ]);
  const laid = new Map(
    candidates.map((each) => [
      each.id,
      { ...each, holidays: holidays.get(each.workingTime.country) ?? each.holidays },
    ]),
  );
  return candidates.map((each) => laid.get(each.id) ?? each);
}
