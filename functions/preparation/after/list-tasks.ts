import type * as z from 'zod';
import { filePartition, memberPrefix, memberNow, parseWitnesses } from '../../cases/port/membership.ts';
import { inOwnCases, type CaseLine } from '../../cases/port/own-cases.ts';
import { personPartition } from '../../cases/port/standing-decision.ts';
import { parseStandings } from '../../cases/port/standing.ts';
import { doorsOfCase } from '../../sessions/port/sessions-of-case.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { Handler } from '../../shared/http/call.ts';
import { readSeries } from '../../shared/store/numbered-series.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Store } from '../../shared/store/store.ts';
import { instantOf, parseInstant, type Instant } from '../../shared/values/instants.ts';
import type { listTasks as contract } from '../contract.ts';
import { closedTasks } from '../store.ts';
import { tasksFor, type OpenedTask } from './open-tasks.ts';

type Row = z.input<typeof contract.answer>['tasks'][number];

/**
 * What the caller has to do for those with whom they hold contact now, whoever held it then: what is late first, then by the
 * hour by which it is to be done. It is worked out from sessions and standings as they are, so nothing can be lost on the way.
 */
export const listTasks: Handler<typeof contract> = async ({ actor, now, context: { store } }) => {
  const at = instantOf(now.getTime());
  const rows = await inOwnCases(store, actor.personId, (line) => tasksIn(store, actor, line, at));
  return {
    tasks: rows.toSorted((one, other) =>
      `${one.dueAt} ${one.task}` < `${other.dueAt} ${other.task}` ? -1 : 1,
    ),
  };
};

async function tasksIn(
  store: Store,
  actor: Staff,
  { caseId, reference }: CaseLine,
  now: Instant,
): Promise<Row[]> {
  const items = await queryAll(store, 'cases', filePartition(caseId));
  const self = items.find(({ sk }) => sk === `${memberPrefix}${actor.personId}`);
  // Whoever was given another role since, or left, has nothing to do here any more.
  if (memberNow(self)?.role !== actor.role) return [];
  const held = parseWitnesses(items).filter(({ holder }) => holder === actor.personId);
  if (held.length === 0) return [];
  const [doors, closed] = await Promise.all([
    doorsOfCase(store, caseId),
    Promise.all(
      held.map(({ pseudonym }) => readSeries(store, closedTasks, personPartition(caseId, pseudonym))),
    ),
  ]);
  const standings = parseStandings(items);
  return held.flatMap((witness, index) =>
    tasksFor(witness, { doors, standings, closed: closed[index] ?? [] }, now).map((task) => ({
      caseId,
      reference,
      party: witness.pseudonym,
      ...rowOf(task, now),
    })),
  );
}

function rowOf({ occasion, task, dueAt, closed }: OpenedTask, now: Instant) {
  const row = { occasion: occasion.ref, since: occasion.at, task, dueAt };
  if (closed === undefined) return { ...row, state: 'open' as const, late: dueAt <= now };
  if (closed === 'by-booking') return { ...row, state: 'done' as const, late: false };
  const { state, note, recordedAt } = closed;
  return { ...row, state, late: false, note, closedAt: parseInstant(recordedAt) };
}
