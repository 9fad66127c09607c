import { filePartition, memberNow, memberPrefix, parseWitnesses } from '../cases/port/membership.ts';
import { inOwnCases, type CaseLine } from '../cases/port/own-cases.ts';
import { parseStandings, standingAs } from '../cases/port/standing.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { AnswerOf } from '../shared/http/contract.ts';
import type { Handler } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Store } from '../shared/store/store.ts';
import { instantOf, type Instant } from '../shared/values/instants.ts';
import type { listSharingTasks as contract } from './contract.ts';
import { readAllSteps } from './store.ts';
import { tasksOfAuthority, tasksOfHolder } from './tasks.ts';

type Row = AnswerOf<typeof contract>['tasks'][number];

/** What waits for the caller in all their cases, by the hour by which it is due. */
export const listSharingTasks: Handler<typeof contract> = async ({ actor, now, context: { store } }) => {
  const at = instantOf(now.getTime());
  const rows = await inOwnCases(store, actor.personId, (line) => tasksIn(store, actor, line, at));
  return { tasks: rows.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1)) };
};

async function tasksIn(
  store: Store,
  actor: Staff,
  { caseId, reference }: CaseLine,
  now: Instant,
): Promise<readonly Row[]> {
  const byParty = await readAllSteps(store, caseId);
  if (byParty.size === 0) return [];
  const items = await queryAll(store, 'cases', filePartition(caseId));
  const self = memberNow(items.find(({ sk }) => sk === `${memberPrefix}${actor.personId}`));
  // Whoever was given another role since, or left, has nothing to do here any more.
  if (self?.role !== actor.role) return [];
  const standings = parseStandings(items);
  return parseWitnesses(items).flatMap(({ pseudonym: party, holder }) => {
    const steps = byParty.get(party) ?? [];
    const tasks =
      actor.role === 'support-officer'
        ? holder === actor.personId
          ? tasksOfHolder(steps, now)
          : []
        : tasksOfAuthority(steps, actor.agencyId, standingAs(standings, party, 'consent'), now);
    return tasks.map(({ task, dueAt }) => ({
      caseId,
      reference,
      party,
      task,
      dueAt,
      late: dueAt <= now,
    })) as Row[];
  });
}
