import {
  filePartition,
  holdersOf,
  memberPrefix,
  membersIn,
  witnessesIn,
  witnessKeys,
} from '../../cases/port/membership.ts';
import type { Context } from '../../shared/http/call.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import { heardIn } from '../port/door.ts';
import type { TimedSession } from '../retiming/moves-to-make.ts';
import { listedFor } from './lines.ts';

/** On whose list a session stands by what the case says today. */
export async function listedNow(
  { store }: Context,
  { session: { kind, caseId }, door, roster }: TimedSession,
) {
  const heard = heardIn(door);
  const [found, members] = await Promise.all([
    readByKey(store, witnessKeys(caseId, heard)),
    queryAll(store, 'cases', filePartition(caseId), { prefix: memberPrefix }),
  ]);
  const holders = holdersOf(witnessesIn(found, caseId, heard));
  return listedFor(kind, roster.booked, { members: membersIn(members), holders });
}
