import { mustNotInterpret } from '../../cases/port/must-not-interpret.ts';
import { parseWork, workKey } from '../../rooms/port/at-work.ts';
import { bookedSpans, bookedSpansKey } from '../../sessions/port/booked-spans.ts';
import { subjectPartition } from '../../sessions/port/gate-decision.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { Handler } from '../../shared/http/call.ts';
import type { AnswerOf } from '../../shared/http/contract.ts';
import { Refusal } from '../../shared/refusals.ts';
import { readSeries } from '../../shared/store/numbered-series.ts';
import type { Store } from '../../shared/store/store.ts';
import { instantOf, minutesBetween } from '../../shared/values/instants.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { localOf } from '../../shared/values/zones.ts';
import { briefingFor, hashOfBriefing } from '../briefing.ts';
import { bookedIn, sum } from './booked-in.ts';
import type * as contract from './contract.ts';
import { type Briefing } from '../contract.ts';
import { ownLacks } from './contract.ts';
import { enteredTimes, enterWithInterpreter, readDeclared, said } from '../store.ts';
import { lacksOfOne, standsOf } from '../team.ts';
import { timesOf } from './times.ts';

/**
 * An interpreter's own day: what they are booked for in a month of their own clock, each session entered as its own door has it.
 * What is only held, and where somebody else has the seat by now, is not among it; nor is anything of the case.
 */
export const readOwnDay: Handler<typeof contract.readOwnDay> = async ({
  actor,
  query: { month },
  now,
  context: { store },
}) => {
  const ids = await sessionsAround(store, actor, month, now);
  const read = await Promise.all(ids.map((sessionId) => ownSession(store, actor, sessionId, now)));
  const sessions = read
    .filter((each) => each !== undefined)
    .map((each) => ({ ...each, days: each.days.filter(({ start }) => monthOf(actor, start) === month) }))
    .filter(({ days }) => days.length > 0)
    .toSorted((one, other) => ((one.days[0]?.start ?? '') < (other.days[0]?.start ?? '') ? -1 : 1));
  const begun = sessions.flatMap(({ days }) => days).filter(({ start }) => start <= now.toISOString());
  return {
    month,
    minutes: {
      booked: sum(begun.map(({ start, end }) => minutesBetween(start, end))),
      worked: sum(begun.map(({ worked = 0 }) => worked)),
    },
    sessions,
  };
};

const monthOf = ({ zone }: Pick<Staff, 'zone'>, at: Parameters<typeof localOf>[1]): string =>
  localOf(zone, at).local.slice(0, 7);

/** No clock is further than this from that of UTC. */
const hoursBeside = 14;

/** The sessions that take time of somebody in about this month. @param month `YYYY-MM` */
async function sessionsAround(
  store: Store,
  { personId }: Pick<Staff, 'personId'>,
  month: string,
  now: Date,
): Promise<readonly string[]> {
  const [year = 0, ofYear = 0] = month.split('-').map(Number);
  const around = {
    start: instantOf(Date.UTC(year, ofYear - 1, 1, -hoursBeside)),
    end: instantOf(Date.UTC(year, ofYear, 1, hoursBeside)),
  };
  const taken = (await bookedIn(store, personId, around, now)).filter(
    ({ start, end }) => start < around.end && end > around.start,
  );
  return [...new Set(taken.map(({ sessionId }) => sessionId))];
}

type Row = AnswerOf<typeof contract.readOwnDay>['sessions'][number];

/** Undefined where the session is theirs no more. */
async function ownSession(
  store: Store,
  actor: Staff<'interpreter'>,
  sessionId: string,
  now: Date,
): Promise<Row | undefined> {
  const partition = subjectPartition({ kind: 'session', sessionId });
  const [own, entered, steps] = await Promise.all([
    enterOwn(store, actor, sessionId),
    readSeries(store, enteredTimes, partition),
    readSeries(store, said, partition),
  ]);
  if (own === undefined) return undefined;
  const { door, file, found, self } = own;
  const ofOwn = <Each extends { readonly pseudonym: string }>(all: readonly Each[]) =>
    all.filter((each) => each.pseudonym === self.pseudonym);
  const declared = mustNotInterpret(file.conflicts, actor.personId)
    ? 'declared'
    : (await readDeclared(store, door.caseId, self.pseudonym)).at(-1)?.declaration.conflict;
  const one = standsOf(steps, { pseudonym: self.pseudonym, declared, woman: false });
  const told = one.confirmed && briefingFor(door, one.confirmed);
  const lacking = lacksOfOne(one, told && hashOfBriefing(told), door.mode);
  // Whoever must not interpret is told no more of it.
  const briefing = declared === 'declared' ? undefined : told;
  const noShows = ofOwn(steps).flatMap(({ noShow }) =>
    noShow ? [{ pseudonym: self.pseudonym, ...noShow }] : [],
  );
  const days = timesOf(
    bookedSpans(found(bookedSpansKey(sessionId)), 'interpreter'),
    parseWork(found(workKey(sessionId)))[self.pseudonym],
    { entered: ofOwn(entered), noShows },
    now,
  );
  return {
    sessionId: id.parse(sessionId),
    pseudonym: pseudonym.parse(self.pseudonym),
    days: days.map(({ booked, actual, noShow }) => ({
      ...booked,
      ...(actual === undefined ? {} : { worked: actual.minutes }),
      ...(noShow === undefined ? {} : { noShow }),
    })),
    lacks: ownLacks.filter((each) => lacking.includes(each)),
    ...(briefing === undefined ? {} : { confirmed: confirmedFor(briefing) }),
  };
}

const confirmedFor = ({ kind, between, direction, mode, part }: Briefing) => ({
  kind,
  between,
  direction,
  mode,
  part,
});

async function enterOwn(store: Store, actor: Staff<'interpreter'>, sessionId: string) {
  try {
    return await enterWithInterpreter(store, sessionId, actor, undefined, [
      bookedSpansKey(sessionId),
      workKey(sessionId),
    ]);
  } catch (error) {
    // Somebody else has the seat by now: the page of the calendar was read a moment before the door.
    if (error instanceof Refusal && error.code === 'not-found') return undefined;
    throw error;
  }
}
