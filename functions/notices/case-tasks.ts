import type { Member } from '../cases/port/membership.ts';
import { addMinutes, type Instant } from '../shared/values/instants.ts';
import { taskDues } from './due.ts';
import type { DueRules } from './due-rules.ts';
import type { Draft } from './next-notices.ts';
import type { CaseTask } from './port/case-tasks.ts';
import type { Recipient } from './recipients.ts';

/**
 * Whom of a case something waits for that is of no session: each is told at once, by one message for all that came of one
 * thing, and chased on working days before the hour and after it, by one message a day. Pure.
 */

/** Somebody who has something to do, with what the messages need. */
export interface Tasked {
  readonly member: Member;
  readonly recipient: Recipient;
  readonly zone: string;
  readonly isWorkingDay: (day: string) => boolean;
  /** What came of one thing, not yet done. */
  readonly tasks: readonly CaseTask[];
}

/** A message about it stays one for so many days: nobody is told anew of what lies further back. */
const daysTold = 14;
const day = 24 * 60;

/** What somebody is told and chased by now. What is there already is written no second time, since each has an id of its own. */
interface TaskDrafts {
  readonly told?: Draft;
  readonly chased?: Draft;
}

export function taskDrafts(tasked: Tasked, now: Instant, rules: DueRules): TaskDrafts {
  const { recipient } = tasked;
  const tasks = tasked.tasks.filter(({ until }) => until === undefined || now < until);
  const asked = tasks.filter(({ since }) => since <= now).toSorted(byWhenDue);
  const [first] = asked;
  if (first === undefined) return {};
  const draft = (kind: 'task' | 'task-due', variant: string, of: CaseTask, dueAt: Instant): Draft => ({
    kind,
    recipient,
    span: { start: of.dueAt, end: addMinutes(of.dueAt, daysTold * day) },
    sequence: 0,
    variant,
    dueAt,
  });
  // Of what was asked at several hours the last alone is worth a message: it stands on one list with the others.
  const since =
    asked
      .map((each) => each.since)
      .toSorted()
      .at(-1) ?? first.since;
  const latest = asked.find((each) => each.since === since) ?? first;
  const isNews = addMinutes(since, daysTold * day) > now;
  // Of several days that have passed only the last is worth a message, and an old one none.
  const past = chasesOf({ ...tasked, tasks }, rules).filter(
    (at) => at <= now && addMinutes(at, 2 * day) > now,
  );
  const chasedAt = past.at(-1);
  return {
    ...(isNews ? { told: draft('task', latest.task, latest, since) } : {}),
    ...(chasedAt === undefined
      ? {}
      : { chased: draft('task-due', `${first.of ?? first.task} ${chasedAt}`, first, chasedAt) }),
  };
}

const byWhenDue = (one: CaseTask, other: CaseTask): number => (one.dueAt < other.dueAt ? -1 : 1);

/** When it is looked at again. */
export const nextLookAt = (tasked: readonly Tasked[], now: Instant, rules: DueRules): Instant | undefined =>
  tasked
    .flatMap((each) => [...each.tasks.map(({ since }) => since), ...chasesOf(each, rules)])
    .filter((at) => at > now)
    .toSorted()[0];

const chasesOf = ({ tasks, zone, isWorkingDay }: Tasked, rules: DueRules): readonly Instant[] =>
  [
    ...new Set(
      tasks.flatMap((task) =>
        taskDues(task, zone, isWorkingDay, rules).filter((at) => task.until === undefined || at < task.until),
      ),
    ),
  ].toSorted();
