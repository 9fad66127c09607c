import * as z from 'zod';
import type { Change, Item } from '../../shared/store/store.ts';
import { addMinutes, instant, instantOf, type Instant } from '../../shared/values/instants.ts';

/**
 * The published port of `notices` for what somebody of a case has to do by an hour, and which is of no session: told to them at
 * once, and chased before that hour and after it, until it is done.
 *
 *     return { changes: [...askToDo({ caseId, task: `feedback#${id}`, personId, dueAt }, now), ...log.changes], answer };
 *     return { changes: [doneWith(caseId, `feedback#${id}`), ...log.changes], answer };
 *
 * What it is stands on the page behind the sign-in, and in no message. The role of whoever writes it needs `PutItem`, and
 * `DeleteItem` for what is done, in the table of `notices`.
 */

const table = 'notices';
const taskPrefix = 'task#';
export const tasksPartition = (caseId: string): string => `case#${caseId}`;
export const tasksWithin = { prefix: taskPrefix } as const;

const ofTask = {
  caseId: z.string(),
  /** Tells it from others of the case; said to nobody. */
  task: z.string(),
  /** When they were asked, or are to be: before it nobody is told. */
  since: instant,
  dueAt: instant,
};
const taskItem = z.union([
  z.object({ ...ofTask, personId: z.string() }),
  /** Whoever holds contact with somebody who is heard, by pseudonym: who that is can change. */
  z.object({ ...ofTask, holderOf: z.string() }),
]);
export type AskedTask = z.infer<typeof taskItem>;

/** What somebody has to do, whoever asked it and wherever it is kept. */
export interface CaseTask {
  readonly task: string;
  readonly personId: string;
  readonly since: Instant;
  readonly dueAt: Instant;
  /** What is told by one message with others of the same name, by person; absent: what has the same `task`. */
  readonly of?: string;
  /** From this instant on nobody is told or chased: it is too late for it. */
  readonly until?: Instant;
}

export const parseTask = (item: Item): AskedTask => taskItem.parse(item);

type Asked<Each> = Each extends unknown ? Omit<Each, 'since'> : never;

/**
 * Asks somebody of a case to do something by an hour; the same task asked once more has the new hour and whoever
 * is named now, and is told anew.
 * @param from when they are told of it, where that is not at once: of what they do only if somebody else does not
 */
export const askToDo = (
  task: Asked<AskedTask>,
  now: Date,
  from: Instant = instantOf(now.getTime()),
): readonly Change[] => [
  {
    kind: 'put',
    table,
    item: { pk: tasksPartition(task.caseId), sk: `${taskPrefix}${task.task}`, ...task, since: from },
    onRefused: 'retry',
  },
  lookAtCase(task.caseId, from),
];

/** It is done, or not wanted any more: nobody is chased for it. What is not there is left. */
export const doneWith = (caseId: string, task: string): Change => ({
  kind: 'delete',
  key: { table, pk: tasksPartition(caseId), sk: `${taskPrefix}${task}` },
  onRefused: 'retry',
});

/** Has it looked at, within a minute of that instant, whether somebody of a case is to be told of something to do. */
export const lookAtCase = (caseId: string, at: Instant): Change => ({
  kind: 'put',
  table,
  item: { pk: 'looks', sk: `${at}#case#${caseId}` },
  onRefused: 'retry',
});

/** Just after an instant: what is due at it is due then. */
export const lookAtCaseAfter = (caseId: string, at: Instant): Change => lookAtCase(caseId, addMinutes(at, 1));
