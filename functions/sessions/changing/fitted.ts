import { keyName, type Change } from '../../shared/store/store.ts';
import { parseInstant } from '../../shared/values/instants.ts';
import { leftInMonth, linesMoved } from '../own-list/lines.ts';
import type { Session } from '../model/session.ts';
import { pageGivenBack, pageKey } from '../port/page-items.ts';
import type { PageName, Roster } from '../port/roster.ts';
import { atOnce, holdRoster, isUnfinished, markFinished, moveRoster, mostChanges } from '../store.ts';

/**
 * How a change comes into one transaction, however many calendars and weeks it touches: what is taken must be certain, and is
 * written with it, whole. What is only given back may follow: a page that still says "taken" keeps somebody away for a moment,
 * and lets nobody in. So a session that could be booked can be moved. Why it is so: infra/decisions/twenty-calendars.md.
 */

interface Before {
  readonly session: Session;
  readonly roster: Roster;
}

interface After {
  /** As it then is, where that is another time. */
  readonly moved: Session | undefined;
  /** Who is booked then, where that changes. */
  readonly roster: Roster | undefined;
}

/**
 * What the transaction of a change consists of.
 * @param changes on calendars, and whatever else was decided
 * @param rest everything beside these, by the roster as it then is
 * @throws {Refusal} `time-not-possible` where what must be certain is already too much
 */
export function fitted(
  before: Before,
  { moved, roster }: After,
  changes: readonly Change[],
  rest: (roster: Roster) => readonly Change[],
  now: Date,
): readonly Change[] {
  const session = moved ?? before.session;
  const back = changes.flatMap((change) => {
    const page = pageGivenBack(change, session.sessionId, now);
    return page === undefined ? [] : [{ page, change }];
  });
  const must = changes.filter((change) => !back.some((each) => each.change === change));
  const whole = (follows: number): readonly Change[] => {
    const [first, later] = [back.slice(0, back.length - follows), back.slice(back.length - follows)];
    const written = [...must, ...first.map(({ change }) => change)];
    const after = rosterAfter(before, roster, session, leavesOf(before, written, later, now));
    return [
      after === before.roster ? holdRoster(after) : moveRoster(after),
      ...linesMoved(before, { session, roster: after }),
      ...(moved === undefined && isUnfinished(session, after) !== isUnfinished(before.session, before.roster)
        ? markFinished(session, after)
        : []),
      ...rest(after),
      ...written,
    ];
  };
  const all = whole(0);
  const over = all.length - mostChanges;
  // One more says that something follows.
  return atOnce(over <= 0 ? all : whole(Math.min(back.length, over + 1)));
}

type Leaves = NonNullable<Roster['leaves']>;

/** The pages that are left to be given back: those of before that are not written now, and those that follow. */
function leavesOf(
  { roster }: Before,
  written: readonly Change[],
  later: readonly { readonly page: PageName }[],
  now: Date,
): Leaves {
  const names = new Set(
    written.map((change) =>
      change.kind === 'put' ? keyName({ table: change.table, pk: change.item.pk, sk: change.item.sk }) : '',
    ),
  );
  const at = parseInstant(now.toISOString());
  const nameOf = (page: { readonly calendar: string; readonly week: string }) =>
    keyName(pageKey(page as PageName));
  const still = (roster.leaves ?? []).filter((page) => !names.has(nameOf(page)));
  const fresh = later.filter(({ page }) => !still.some((each) => nameOf(each) === nameOf(page)));
  return [...still, ...fresh.map(({ page: { calendar, week } }) => ({ calendar, week, at }))];
}

/** The roster as the change leaves it; the very same where nothing of it becomes another. */
function rosterAfter(
  { session: before, roster: had }: Before,
  given: Roster | undefined,
  session: Session,
  leaves: Leaves,
): Roster {
  const { leaves: hadLeaves = [], ...bare } = given ?? had;
  const placed = had.listed === undefined ? bare : leftInMonth(bare, before, session);
  const same = placed.listedIn === had.listedIn && sameLeaves(leaves, hadLeaves);
  if (given === undefined && same) return had;
  return {
    ...placed,
    version: had.version + 1,
    ...(leaves.length === 0 ? {} : { leaves }),
  };
}

const sameLeaves = (some: Leaves, others: Leaves): boolean =>
  some.length === others.length && some.every((each, index) => each === others[index]);
