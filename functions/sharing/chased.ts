import { askToDo, doneWith } from '../notices/port/case-tasks.ts';
import { addMinutes, instantOf, type Instant } from '../shared/values/instants.ts';
import type { Waiting } from './enter-step.ts';
import { within } from './rules.ts';

/**
 * Whom it waits for, as messages tell and chase it; in the transaction of the step. What the tasks are stands in tasks.ts; here they
 * are pushed, so that whoever sends messages reads nothing of what somebody told.
 */

const day = 24 * 60;
/** Whoever entered a use knows that feedback is due: they hear of it from so many minutes before it on. */
const beforeFeedback = 4 * day;

const answerTask = (party: string, ask: number) => `answer ${party} ${ask}`;
const feedbackTask = (party: string, use: number) => `feedback ${party} ${use}`;
const tellTask = (party: string, use: number) => `tell ${party} ${use}`;

/** The one who holds contact is to answer an asking. */
export const answerWaits =
  (now: Date): Waiting =>
  ({ caseId, party, number }) =>
    askToDo(
      { caseId, task: answerTask(party, number), holderOf: party, dueAt: after(now, within.answer) },
      now,
    );

export const answered =
  (ask: number): Waiting =>
  ({ caseId, party }) => [doneWith(caseId, answerTask(party, ask))];

/** Feedback is due of whoever entered a use. */
export const feedbackWaits =
  (personId: string, now: Date): Waiting =>
  ({ caseId, party, number }) => {
    const dueAt = after(now, within.feedback);
    const task = feedbackTask(party, number);
    return askToDo({ caseId, task, personId, dueAt }, now, addMinutes(dueAt, -beforeFeedback));
  };

/** Feedback on a use came: the one who holds contact is to tell the person. @param until the first day on which they may */
export const tellingWaits =
  (use: number, until: string | undefined, now: Date): Waiting =>
  ({ caseId, party }) => {
    const from = until === undefined ? instantOf(now.getTime()) : instantOf(Date.parse(`${until}T00:00:00Z`));
    const task = tellTask(party, use);
    return [
      doneWith(caseId, feedbackTask(party, use)),
      ...askToDo({ caseId, task, holderOf: party, dueAt: addMinutes(from, within.tell) }, now, from),
    ];
  };

/** The person was told; or not yet, and is to be within as long again. */
export const tellingMoved =
  (use: number, is: 'told' | 'not-yet', now: Date): Waiting =>
  ({ caseId, party }) => {
    const task = tellTask(party, use);
    if (is === 'told') return [doneWith(caseId, task)];
    const dueAt = after(now, within.tell);
    return askToDo({ caseId, task, holderOf: party, dueAt }, now, dueAt);
  };

const after = (now: Date, minutes: number): Instant => addMinutes(instantOf(now.getTime()), minutes);
