import { memberKey, parseMemberEver } from '../../cases/port/membership.ts';
import { peopleOf } from '../../directory/port/people.ts';
import { parseWork, workKey } from '../../rooms/port/at-work.ts';
import { bookedSpans, bookedSpansKey } from '../../sessions/port/booked-spans.ts';
import { doorKey, parseDoor } from '../../sessions/port/door.ts';
import { subjectPartition } from '../../sessions/port/gate-decision.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { readSeries } from '../../shared/store/numbered-series.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import type { Store } from '../../shared/store/store.ts';
import { instantOf, minutesBetween } from '../../shared/values/instants.ts';
import { bookedIn, sum } from './booked-in.ts';
import type * as contract from './contract.ts';
import { readNoShows } from './no-shows.ts';
import { enteredTimes } from '../store.ts';
import { timesOf } from './times.ts';

/**
 * What an agency's interpreters were booked for in a month and what they worked, as sums: for the agency's own administrator, who
 * is in no case and learns of none. What is still to come is not among it. Days are those of UTC.
 */
export const sumMonth: Handler<typeof contract.sumMonth> = async ({
  actor,
  query: { month },
  now,
  context: { store },
}) => {
  const [people, noShows] = await Promise.all([
    peopleOf(store, actor.agencyId),
    readNoShows(store, actor.agencyId, month),
  ]);
  const still = people.some(({ person }) => person.personId === actor.personId && person.role === actor.role);
  if (!still) throw new Refusal('not-your-role');
  const rows = [];
  // One after the other: an agency has some dozens, and a table is not to be asked for all of them at once.
  for (const { person } of people) {
    const { personId, label, role } = person;
    if (role !== 'interpreter') continue;
    const own = noShows.filter((each) => each.personId === personId).map(({ why }) => why);
    rows.push({ personId, label, ...(await sumsOf(store, personId, month, now)), noShows: own });
  }
  return { month, people: rows.toSorted((one, other) => one.label.localeCompare(other.label, 'en')) };
};

/** Three rounds of reads. @param month `YYYY-MM` */
async function sumsOf(store: Store, personId: string, month: string, now: Date) {
  const [year = 0, ofYear = 0] = month.split('-').map(Number);
  const whole = {
    start: instantOf(Date.UTC(year, ofYear - 1)),
    end: instantOf(Math.min(Date.UTC(year, ofYear), Math.max(now.getTime(), Date.UTC(year, ofYear - 1)))),
  };
  const taken = (await bookedIn(store, personId, whole, now)).filter(
    ({ start }) => start >= whole.start && start < whole.end,
  );
  const sessions = [...new Set(taken.map(({ sessionId }) => sessionId))];
  const worked = await Promise.all(sessions.map((id) => workedIn(store, id, personId, whole, now)));
  return {
    sessions: sessions.length,
    booked: sum(taken.map(({ start, end }) => minutesBetween(start, end))),
    actual: sum(worked),
  };
}

/** Minutes of somebody in a session, on its days in the month. */
async function workedIn(
  store: Store,
  sessionId: string,
  personId: string,
  { start, end }: { readonly start: string; readonly end: string },
  now: Date,
): Promise<number> {
  const found = await readByKey(store, [doorKey(sessionId), bookedSpansKey(sessionId), workKey(sessionId)]);
  const { caseId } = parseDoor(found(doorKey(sessionId)));
  const [[member], entered] = await Promise.all([
    store.get([memberKey(caseId, personId)]),
    readSeries(store, enteredTimes, subjectPartition({ kind: 'session', sessionId })),
  ]);
  const { pseudonym } = parseMemberEver(member);
  const own = entered.filter((each) => each.pseudonym === pseudonym);
  const booked = bookedSpans(found(bookedSpansKey(sessionId)), 'interpreter');
  const work = parseWork(found(workKey(sessionId)))[pseudonym];
  return timesOf(booked, work, { entered: own, noShows: [] }, now)
    .filter((day) => day.booked.start >= start && day.booked.start < end)
    .reduce((total, { actual }) => total + (actual?.minutes ?? 0), 0);
}
