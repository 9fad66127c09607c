import type { Standing } from '../cases/port/standing.ts';
import { addMinutes, parseInstant, type Instant } from '../shared/values/instants.ts';
import type { taskNames } from './contract.ts';
import { fallenSince, feedbackDue, lastTelling, stateOfAsk, stepsOf, waitsUntil, within } from './rules.ts';
import type { StoredStep } from './store.ts';

/** What waits for somebody, worked out from the steps each time, so that nothing can be lost on the way. Pure. */

export interface SharingTask {
  readonly task: (typeof taskNames)[number];
  readonly dueAt: Instant;
}

const after = (at: string, minutes: number): Instant => addMinutes(parseInstant(at), minutes);

/** What waits for the one who holds contact: askings, and feedback that the person was not told of. */
export const tasksOfHolder = (steps: readonly StoredStep[], now: Instant): readonly SharingTask[] => [
  ...stepsOf(steps, 'ask')
    .filter((ask) => stateOfAsk(steps, ask) === 'waits')
    .map(({ recordedAt }) => ({ task: 'answer' as const, dueAt: after(recordedAt, within.answer) })),
  ...lastOfEachUse(steps).flatMap((feedback): SharingTask[] => {
    const last = lastTelling(steps, feedback);
    if (last?.kind === 'told') return [];
    const day = waitsUntil(steps, feedback, now);
    const since = day === undefined ? (last?.recordedAt ?? feedback.recordedAt) : `${day}T00:00:00.000Z`;
    return [{ task: 'tell', dueAt: after(since, within.tell) }];
  }),
];

/** What waits for an authority: what nobody there has received, and uses of which nothing came back. */
export function tasksOfAuthority(
  steps: readonly StoredStep[],
  agencyId: string,
  consent: Standing | undefined,
  now: Instant,
): readonly SharingTask[] {
  const shares = stepsOf(steps, 'share').filter(({ to }) => to === agencyId);
  const received = new Set(stepsOf(steps, 'receipt').map(({ share }) => share));
  const fedBack = new Set(stepsOf(steps, 'feedback').map(({ use }) => use));
  const own = new Set(shares.map(({ number }) => number));
  return [
    ...shares
      .filter((each) => !received.has(each.number) && fallenSince(consent, each, now) === undefined)
      .map(({ recordedAt }) => ({ task: 'receive' as const, dueAt: after(recordedAt, within.receive) })),
    ...stepsOf(steps, 'use')
      .filter(({ share, number }) => own.has(share) && !fedBack.has(number))
      .map((use) => ({ task: 'feedback' as const, dueAt: feedbackDue(use) })),
  ];
}

/** The person is told of a use, by what the authority said of it last. */
const lastOfEachUse = (steps: readonly StoredStep[]) =>
  stepsOf(steps, 'feedback').filter(
    ({ use, number }, _, all) => !all.some((each) => each.use === use && each.number > number),
  );
