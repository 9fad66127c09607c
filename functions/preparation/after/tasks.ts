import type { aftercare } from '../../witnesses/plan/contract.ts';
import { addMinutes, type Instant } from '../../shared/values/instants.ts';
import { taskNames, withdrawal } from './contract.ts';

/**
 * What is to be done for somebody after they were heard, or after they took their consent back, and by when. Pure. Source:
 * domain notes C5 (aftercare: debrief, transport, shelter, counselling, outcome feedback), A7.
 */

const [hour, day] = [60, 24 * 60];

/** Minutes after what happened by which each is to be done. */
const afterHearing = {
  transport: 3 * hour,
  debrief: day,
  shelter: day,
  counselling: 3 * day,
  outcome: 14 * day,
} as const;

/** Nobody travelled for it, and nothing comes of it: but nobody is left alone either. */
const afterWithdrawal = { debrief: day, shelter: day, counselling: 3 * day } as const;

export type TaskName = (typeof taskNames)[number];

/** What happened, after which somebody is seen to: a session in which they were heard, or that they took consent back. */
export interface Occasion {
  /** The session's id, or `withdrawal`. */
  readonly ref: string;
  readonly at: Instant;
}

export interface Due {
  readonly task: TaskName;
  readonly dueAt: Instant;
}

export const tasksAfter = ({ ref, at }: Occasion): readonly Due[] => {
  const minutes: Readonly<Partial<Record<TaskName, number>>> =
    ref === withdrawal ? afterWithdrawal : afterHearing;
  return taskNames.flatMap((task) => {
    const within = minutes[task];
    return within === undefined ? [] : [{ task, dueAt: addMinutes(at, within) }];
  });
};

/** As the risk plan names it. */
const inPlan = {
  transport: 'transport',
  debrief: 'debrief',
  shelter: 'shelter',
  counselling: 'counselling',
  outcome: 'told-of-outcome',
} as const satisfies Readonly<Record<TaskName, (typeof aftercare)[number]>>;

/**
 * Whether something is to be done at all: what the plan that stands names, or that stood last; all of it while none has.
 * @param planned `aftercare` of the plan's standing
 */
export const isPlanned = (
  task: TaskName,
  planned: readonly (typeof aftercare)[number][] | undefined,
): boolean => planned === undefined || planned.includes(inPlan[task]);

/** For so many days after it an occasion is looked at. */
const daysKept = 180;

export const isKept = ({ at }: Occasion, now: Instant): boolean => now < addMinutes(at, daysKept * day);

/** A session as far as this asks. */
export interface Held {
  readonly sessionId: string;
  readonly status: 'held' | 'booked' | 'ended' | 'cancelled';
  readonly start: string;
  readonly closesAt: string;
  readonly endedAt?: Instant | undefined;
}

/** When a session was over; undefined where it is not, or was not held at all. One that nobody ended is over once its hours are. */
export function overAt({ status, endedAt, closesAt }: Held, now: Instant): Instant | undefined {
  if (status === 'ended') return endedAt ?? (closesAt as Instant);
  return status === 'booked' && closesAt <= now ? (closesAt as Instant) : undefined;
}

/** Whether a debrief is booked, or was held, after what happened. */
export const debriefBooked = (debriefs: readonly Held[], { at }: Occasion): boolean =>
  debriefs.some(({ status, start }) => (status === 'booked' || status === 'ended') && start >= at);
