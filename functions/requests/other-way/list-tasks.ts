import {
  filePartition,
  hostStateOf,
  memberNow,
  memberPrefix,
  parseCase,
  parseWitnesses,
} from '../../cases/port/membership.ts';
import { inOwnCases, type CaseLine } from '../../cases/port/own-cases.ts';
import { personPartition } from '../../cases/port/standing-decision.ts';
import { parseStandings, standingAs } from '../../cases/port/standing.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { AnswerOf } from '../../shared/http/contract.ts';
import type { Handler } from '../../shared/http/call.ts';
import { readSeries } from '../../shared/store/numbered-series.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Store } from '../../shared/store/store.ts';
import { instantOf, type Instant } from '../../shared/values/instants.ts';
import { questions, steps, tellings } from '../store.ts';
import { closedBy, tellingDue, wasTold } from './closed.ts';
import type { listRequestTasks as contract } from './contract.ts';
import { answersDue } from './questions.ts';

type Row = AnswerOf<typeof contract>['tasks'][number];

/** What waits for the caller in all their cases, by the hour by which it is due; worked out from what was entered. */
export const listRequestTasks: Handler<typeof contract> = async ({ actor, now, context: { store } }) => {
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
  const file = await queryAll(store, 'cases', filePartition(caseId));
  const self = memberNow(file.find(({ sk }) => sk === `${memberPrefix}${actor.personId}`));
  // Whoever was given another role since, or left, has nothing to do here any more.
  if (self?.role !== actor.role) return [];
  const opened = parseCase(file.find(({ sk }) => sk === 'case'));
  const standings = parseStandings(file);
  const each = parseWitnesses(file).map(async (witness) => {
    const { pseudonym, holder } = witness;
    const partition = personPartition(caseId, pseudonym);
    if (actor.role === 'central-authority')
      return answersDue(await readSeries(store, questions, partition), actor.personId)
        .filter((dueAt) => dueAt <= now)
        .map((dueAt) => ({ task: 'answers' as const, pseudonym, dueAt }));
    const stands = standingAs(standings, pseudonym, 'permission')?.state;
    if (holder !== actor.personId || stands !== 'refused') return [];
    const [taken, told] = await Promise.all([
      readSeries(store, steps, partition),
      readSeries(store, tellings, partition),
    ]);
    const closed = closedBy(taken, hostStateOf(opened, [witness]));
    if (closed === undefined || wasTold(told, closed) !== undefined) return [];
    const since = taken.find(({ number }) => number === closed.number)?.recordedAt ?? now;
    return [{ task: 'tell' as const, pseudonym, dueAt: tellingDue(since) }];
  });
  return (await Promise.all(each))
    .flat()
    .map(
      ({ task, pseudonym, dueAt }) =>
        ({ caseId, reference, party: pseudonym, task, dueAt, late: dueAt <= now }) as Row,
    );
}
