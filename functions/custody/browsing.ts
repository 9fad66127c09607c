/**
 * Whether somebody reads far more in an hour than is theirs to read: the rule, and its thresholds as data. It knows nothing of
 * why; whoever looks after it asks.
 */
import { browsingRules } from './access/contract.ts';

export type BrowsingRule = (typeof browsingRules)[number];

/** What one reader read, once in an hour. */
export interface ReadOnce {
  /** `YYYY-MM-DDTHH` */
  readonly hour: string;
  readonly kind: 'case' | 'search';
  readonly caseId?: string | undefined;
  /** Pseudonym of somebody who is heard in that case. */
  readonly party?: string | undefined;
  /** What was read, so that the same is counted once. */
  readonly what: string;
}

export interface Threshold {
  /** Fewer in an hour are never unusual, whoever reads. */
  readonly least: number;
  /** So many times the most of any hour before. */
  readonly times: number;
}

export const thresholds: Readonly<Record<BrowsingRule, Threshold>> = {
  // A clerk with a full day has eight hearings of as many cases.
  'many-cases': { least: 10, times: 3 },
  // A case with twenty who are heard is read once through by whoever prepares it.
  'many-persons': { least: 25, times: 3 },
  // Each kind of search counts once an hour for a case.
  'many-searches': { least: 15, times: 3 },
};

/** Days before that an hour is compared with. */
export const daysBefore = 14;

export interface Unusual {
  readonly rule: BrowsingRule;
  readonly count: number;
  /** The most in an hour of the days before. */
  readonly before: number;
}

const countOf: Readonly<Record<BrowsingRule, (read: readonly ReadOnce[]) => number>> = {
  'many-cases': (read) => distinct(read.flatMap(({ caseId }) => caseId ?? [])),
  'many-persons': (read) =>
    distinct(read.flatMap(({ caseId = '', party }) => (party === undefined ? [] : `${caseId} ${party}`))),
  'many-searches': (read) => distinct(read.flatMap(({ kind, what }) => (kind === 'search' ? what : []))),
};

const distinct = (names: readonly string[]): number => new Set(names).size;

/** Whether an hour can be unusual at all, whatever was before: so that the days before are read of few. */
export const mayBeUnusual = (hour: readonly ReadOnce[], limits = thresholds): boolean =>
  browsingRules.some((rule) => countOf[rule](hour) >= limits[rule].least);

/**
 * What of one reader's hour is unusual.
 * @param before what the same reader read in the days before
 */
export function unusualIn(
  hour: readonly ReadOnce[],
  before: readonly ReadOnce[],
  limits = thresholds,
): readonly Unusual[] {
  const hours = Map.groupBy(before, (each) => each.hour);
  return browsingRules.flatMap((rule) => {
    const count = countOf[rule](hour);
    const most = Math.max(0, ...[...hours.values()].map((read) => countOf[rule](read)));
    const { least, times } = limits[rule];
    return count >= least && count >= times * most ? [{ rule, count, before: most }] : [];
  });
}
