import { doesNotFit, Refusal } from '../shared/refusals.ts';
import type { Instant } from '../shared/values/instants.ts';
import type { Ruling } from './contract.ts';
import type { PairMeasures } from './measures/contract.ts';
import { covers, protectionOf, sameMeasures, type OfCase } from './port/measures.ts';
import { periodAt, type MatterRef, type Period, type StandingOrder } from './port/standing-orders.ts';

/** How an order of the court comes about: asked for, the defence heard, decided by a judge on what they have read. */

/** A step in the history of a matter, as far as the rules ask. */
export interface OrderStep {
  readonly number: number;
  readonly recordedBy: string;
  readonly kind: 'application' | 'statement' | 'decision';
}

const sinceDecision = <Each extends OrderStep>(steps: readonly Each[]): readonly Each[] =>
  steps.slice(steps.findLastIndex(({ kind }) => kind === 'decision') + 1);

/** Whether something was asked for that no judge has decided on. */
export const waitsForJudge = (steps: readonly OrderStep[]): boolean =>
  sinceDecision(steps).some(({ kind }) => kind === 'application');

/** Whether the defence said anything since the last decision. */
export const defenceSaid = (steps: readonly OrderStep[]): boolean =>
  sinceDecision(steps).some(({ kind }) => kind === 'statement');

/** What one person may say on one matter before a judge has decided: nobody can bury a court in paper. */
const mostWaiting = 3;

/** @throws {Refusal} `waits-for-judge` */
export function assertMaySay(
  steps: readonly OrderStep[],
  { kind, recordedBy }: Pick<OrderStep, 'kind' | 'recordedBy'>,
): void {
  const own = sinceDecision(steps).filter((step) => step.kind === kind && step.recordedBy === recordedBy);
  if (own.length >= mostWaiting) throw new Refusal('waits-for-judge');
}

/** @throws {Refusal} `nothing-to-decide` where nothing was ever asked for or ordered */
export function assertSomethingThere(steps: readonly OrderStep[]): void {
  if (steps.length === 0) throw new Refusal('nothing-to-decide');
}

/** What a judge decides from. */
export interface Decided {
  readonly steps: readonly OrderStep[];
  readonly before: StandingOrder | undefined;
  /** What the risk plan asks between the two. */
  readonly plan: PairMeasures | undefined;
  readonly now: Instant;
}

/** What it comes to: which word it has in the log, and what stands from then on. */
export interface Outcome {
  readonly decision: 'made' | 'changed' | 'lifted' | 'declined';
  readonly from: Instant;
  readonly until?: Instant | undefined;
  /** Leaf hashes of the entries of what was ordered, and does not hold at any time any more. */
  readonly ends: readonly string[];
  /** All that stands, without the entry that says so; undefined where nothing changes. */
  readonly periods: (leafHash: string) => readonly Period[] | undefined;
}

/** Changes to come that one matter may have. */
const mostAhead = 8;

/**
 * @param read the number of the last step that the judge read
 * @throws {Refusal} `changed-meanwhile` where there is a newer one, or the plan asks something else by now; `defence-not-heard`;
 * `nothing-to-decide` for a decision on what is not there; `does-not-fit` for days that cannot be
 */
export function outcomeOf(ruling: Ruling, read: number, decided: Decided): Outcome {
  const { steps, before, now } = decided;
  if (read !== (steps.at(-1)?.number ?? 0)) throw new Refusal('changed-meanwhile');
  if (ruling.decision === 'decline') {
    if (!waitsForJudge(steps)) throw new Refusal('nothing-to-decide');
    return { decision: 'declined', from: now, ends: [], periods: () => undefined };
  }
  assertDefenceHeard(ruling.defence, steps);
  const from = ruling.from ?? now;
  if (from < now)
    throw doesNotFit('/ruling/from', 'An order does not reach back. Give a time to come, or leave it out.');
  const stands = standing(before, now);
  if (ruling.decision === 'lift') {
    if (stands.length === 0) throw new Refusal('nothing-to-decide');
    const lifted = (leafHash: string) => next(before, now, { from, leafHash });
    return { decision: 'lifted', from, ends: endedBy(before, now, lifted('')), periods: lifted };
  }
  const { until, overPlan, wanted } = ruling;
  if (until !== undefined && until <= from)
    throw doesNotFit('/ruling/until', 'An order ends after it begins. Give a later time, or leave it out.');
  if (overPlan !== undefined && (decided.plan === undefined || !sameMeasures(overPlan, decided.plan)))
    throw new Refusal('changed-meanwhile');
  const ordered = {
    ...(wanted.kind === 'pair' ? { measures: wanted.measures } : {}),
    ...(overPlan === undefined ? {} : { ruledOn: overPlan }),
  };
  const periods = (leafHash: string) =>
    next(before, now, { from, ...(until === undefined ? {} : { until }), ordered, leafHash });
  return {
    decision: stands.length === 0 ? 'made' : 'changed',
    from,
    until,
    ends: endedBy(before, now, periods('')),
    periods,
  };
}

function assertDefenceHeard(
  { was }: Extract<Ruling, { defence: unknown }>['defence'],
  steps: readonly OrderStep[],
): void {
  const said = defenceSaid(steps);
  if (was === 'heard' && !said) throw new Refusal('defence-not-heard');
  if (was === 'not-heard' && said)
    throw doesNotFit(
      '/ruling/defence/was',
      'Its counsel has said something on this. Read it, and say that it was heard.',
    );
}

/** What is ordered now or later. */
const standing = (before: StandingOrder | undefined, now: Instant): readonly Period[] =>
  before === undefined
    ? []
    : [periodAt(before, now), ...before.periods.filter(({ from }) => from > now)].filter(
        (each): each is Period => each?.ordered !== undefined,
      );

/**
 * What held before a decision holds until it begins. One without an end takes the place of all that would come later; one with an
 * end takes nothing of what was ordered for after it, and what it only interrupts goes on.
 */
function next(before: StandingOrder | undefined, now: Instant, period: Period): readonly Period[] {
  const stood = before?.periods ?? [];
  const earlier = stood.filter(({ from }) => from < period.from);
  const begun = earlier.findLastIndex(({ from }) => from <= now);
  const periods = [...earlier.slice(Math.max(begun, 0)), period, ...after(stood, period.until)];
  if (periods.length > mostAhead + 1)
    throw doesNotFit('/ruling/from', 'There are too many changes to come already. Change one of them.');
  return periods;
}

/** What was ordered for after an end: what holds at it, and what begins later. */
function after(stood: readonly Period[], end: Instant | undefined): readonly Period[] {
  if (end === undefined) return [];
  const at = periodAt({ periods: [...stood] }, end);
  return [
    ...(at?.ordered === undefined ? [] : [{ ...at, from: end }]),
    ...stood.filter(({ from }) => from > end),
  ];
}

/** Leaf hashes of the entries whose orders hold now, or would later, and do so no more after a decision. */
const endedBy = (
  before: StandingOrder | undefined,
  now: Instant,
  periods: readonly Period[],
): readonly string[] => [
  ...new Set(
    standing(before, now)
      .map(({ leafHash }) => leafHash)
      .filter((leafHash) => !periods.some((each) => each.leafHash === leafHash)),
  ),
];

/** Whether plan and order differ without a ruling on it. */
export function differs(
  plan: PairMeasures | undefined,
  order:
    | { readonly measures?: PairMeasures | undefined; readonly ruledOn?: PairMeasures | undefined }
    | undefined,
): boolean {
  if (plan === undefined || order?.measures === undefined || covers(order.measures, plan)) return false;
  return order.ruledOn === undefined || !covers(order.ruledOn, plan);
}

/** What is kept between a pair now. */
export function keptBetween(
  about: Extract<MatterRef, { kind: 'pair' }>,
  people: readonly OfCase[],
  plan: PairMeasures | undefined,
  ordered:
    | { readonly measures?: PairMeasures | undefined; readonly ruledOn?: PairMeasures | undefined }
    | undefined,
): PairMeasures | undefined {
  const find = (pseudonym: string) => people.find((each) => each.pseudonym === pseudonym);
  const [one, from] = [find(about.protected), find(about.from)];
  if (one === undefined || from === undefined) return undefined;
  const pair = { protected: about.protected, from: about.from };
  return protectionOf(
    plan === undefined ? [] : [{ ...pair, measures: plan }],
    ordered?.measures === undefined
      ? []
      : [{ ...pair, measures: ordered.measures, ruledOn: ordered.ruledOn }],
    one,
    from,
  );
}
