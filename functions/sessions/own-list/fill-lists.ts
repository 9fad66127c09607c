import {
  filePartition,
  holdersOf,
  memberPrefix,
  parseMember,
  witnessesIn,
  witnessKeys,
} from '../../cases/port/membership.ts';
import type { Context } from '../../shared/http/call.ts';
import { commit } from '../../shared/store/commit.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import type { Change } from '../../shared/store/store.ts';
import { checkDoor, heardIn } from '../port/door.ts';
import type { Roster } from '../port/roster.ts';
import { readTimed } from '../retiming/moves-to-make.ts';
import { markListed, moveRoster } from '../store.ts';
import { linesMoved, listedFor } from './lines.ts';

/** Sessions that are put on people's lists in one sweep; more wait for the next one. */
const mostInSweep = 100;

/**
 * Puts sessions that were booked while people had no lists on theirs. Nothing that anybody sees of a session changes.
 * @returns how many were put there
 */
export async function fillLists(context: Context, unlisted: readonly string[]): Promise<number> {
  let filled = 0;
  for (const sessionId of unlisted.slice(0, mostInSweep)) filled += await fill(context, sessionId);
  return filled;
}

const fill = (context: Context, sessionId: string): Promise<number> =>
  commit(context, async () => {
    const { session, door, roster } = await readTimed(context.store, sessionId);
    const { kind, caseId } = session;
    const heard = heardIn(door);
    const [found, members] = await Promise.all([
      readByKey(context.store, witnessKeys(caseId, heard)),
      queryAll(context.store, 'cases', filePartition(caseId), { prefix: memberPrefix }),
    ]);
    const holders = holdersOf(witnessesIn(found, caseId, heard));
    const file = { members: members.map(parseMember), holders };
    const listed = [...(roster.listed ?? listedFor(kind, roster.booked, file))];
    const after: Roster = { ...roster, version: roster.version + 1, listed };
    const changes: readonly Change[] = [
      checkDoor(door),
      moveRoster(after),
      ...linesMoved(undefined, { session, roster: after }),
      ...markListed(session, after),
    ];
    return { changes, answer: 1 };
  });
