import type { Context } from '../shared/http/call.ts';
import { commit } from '../shared/store/commit.ts';
import type { Change } from '../shared/store/store.ts';
import { linesMoved } from './own-list/lines.ts';
import { listedNow } from './own-list/listed-now.ts';
import { checkDoor } from './port/door.ts';
import { pageKey, parsePage, putPage } from './port/page-items.ts';
import type { PageName, Roster } from './port/roster.ts';
import { rewritten } from './port/week-pages.ts';
import { readTimed } from './retiming/moves-to-make.ts';
import { isUnfinished, markFinished, moveRoster, tellsUnfinished } from './store.ts';

/**
 * What may follow a change: pages that the session has left are given back, and its lines on people's lists move to the month
 * in which it now ends. It is done as soon as the change stands, and by the sweep where that did not come about. Nothing that
 * anybody sees of the session changes.
 */

/** Sessions that are finished in one sweep; more wait for the next one. */
const mostInSweep = 100;
/** Pages that are given back in one transaction, beside all lines. */
const mostPages = 60;

/**
 * Those that the list of all that is to come says are unfinished, those of before there were lists among them.
 * @returns how many were finished
 */
export async function finishSessions(context: Context, unfinished: readonly string[]): Promise<number> {
  let done = 0;
  for (const sessionId of unfinished.slice(0, mostInSweep)) {
    await finish(context, sessionId);
    done += 1;
  }
  return done;
}

/** Finishes a session at once, where the changes that were just written say so; else, and whatever fails, the sweep does. */
export async function finishSoon(
  context: Context,
  sessionId: string,
  changes: readonly Change[],
): Promise<void> {
  if (changes.some(tellsUnfinished)) await finish(context, sessionId).catch(() => undefined);
}

async function finish(context: Context, sessionId: string): Promise<void> {
  for (let more = true; more;) more = await finishSome(context, sessionId);
}

/** @returns whether more is left */
const finishSome = (context: Context, sessionId: string): Promise<boolean> =>
  commit(context, async () => {
    const timed = await readTimed(context.store, sessionId);
    const { session, door, roster } = timed;
    const { listedIn: _, leaves = [], ...bare } = roster;
    const pages = await givenBack(context, sessionId, leaves.slice(0, mostPages));
    const left = leaves.slice(mostPages);
    const after: Roster = {
      ...bare,
      version: roster.version + 1,
      listed: [...(roster.listed ?? (await listedNow(context, timed)))],
      ...(left.length === 0 ? {} : { leaves: left }),
    };
    const had = roster.listed === undefined ? undefined : { session, roster };
    const changes: readonly Change[] = [
      checkDoor(door),
      moveRoster(after),
      ...linesMoved(had, { session, roster: after }),
      ...markFinished(session, after),
      ...pages,
    ];
    return { changes, answer: isUnfinished(session, after) };
  });

/** What was worked when the session left stays; nothing else does. */
async function givenBack(
  { store }: Context,
  sessionId: string,
  leaves: NonNullable<Roster['leaves']>,
): Promise<readonly Change[]> {
  const names = leaves.map(({ calendar, week }) => ({ calendar, week }) as PageName);
  const items = await store.get(names.map(pageKey));
  return names.map((name, index) =>
    putPage(rewritten(parsePage(name, items[index]), { sessionId }, [], new Date(leaves[index]?.at ?? 0))),
  );
}
