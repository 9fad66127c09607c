import type { Role } from '../../shared/access/roles.ts';
import { levels, type Level, type PairMeasures } from '../measures/contract.ts';

/**
 * The published port of `orders` on what two persons of a case may be to each other: who may see, hear and meet whom. It comes
 * from the risk plan, from the court's order, and where neither says anything from a default; every room goes by it. Why it is
 * so: infra/decisions/an-order-is-of-a-pair.md.
 */

export const nothingOrdered: PairMeasures = {
  meet: true,
  seen: 'as-is',
  heard: 'as-is',
  sees: 'as-is',
  hears: 'as-is',
};
export const keptWhollyApart: PairMeasures = {
  meet: false,
  seen: 'not',
  heard: 'not',
  sees: 'not',
  hears: 'not',
};

const stricterLevel = (one: Level, other: Level): Level =>
  levels.indexOf(one) > levels.indexOf(other) ? one : other;

/** Of each the stricter. */
export const stricter = (one: PairMeasures, other: PairMeasures): PairMeasures => ({
  meet: one.meet && other.meet,
  seen: stricterLevel(one.seen, other.seen),
  heard: stricterLevel(one.heard, other.heard),
  sees: stricterLevel(one.sees, other.sees),
  hears: stricterLevel(one.hears, other.hears),
});

export const sameMeasures = (one: PairMeasures, other: PairMeasures): boolean =>
  one.meet === other.meet &&
  one.seen === other.seen &&
  one.heard === other.heard &&
  one.sees === other.sees &&
  one.hears === other.hears;

/** Whether one is at least as strict as the other, in everything. */
export const covers = (one: PairMeasures, other: PairMeasures): boolean =>
  sameMeasures(stricter(one, other), one);

/** Who is protected from whom, by pseudonym. */
export interface Pair {
  readonly protected: string;
  readonly from: string;
}

/** What the plan of the one who is protected asks. */
export interface Planned extends Pair {
  readonly measures: PairMeasures;
}

/** What the court ordered, as it holds at a moment. */
export interface Ordered extends Pair {
  readonly measures: PairMeasures;
  /** What the plan asked when the judge ruled on the difference between the two. */
  readonly ruledOn?: PairMeasures | undefined;
}

/** Somebody of a case, in the seat or role that they have. */
export interface OfCase {
  readonly seat: Role;
  readonly pseudonym: string;
}

/** What somebody may of somebody else. */
export interface Measures {
  readonly meet: boolean;
  readonly see: Level;
  readonly hear: Level;
}

/** Whoever is on the accused's side, whom no witness meets unless a judge says so. */
const accusedSide: readonly Role[] = ['accused', 'custody-officer', 'defence-counsel'];

export const isOnAccusedSide = ({ seat }: Pick<OfCase, 'seat'>): boolean => accusedSide.includes(seat);

/**
 * Where no order says otherwise: nobody on the accused's side sees, hears or meets a witness. Whoever holds contact can say at
 * any hour that a witness is protected, so each counts as protected.
 */
export const byDefault = (one: OfCase, from: OfCase): PairMeasures =>
  one.seat === 'witness' && isOnAccusedSide(from) ? keptWhollyApart : nothingOrdered;

const isOf =
  (one: string, from: string) =>
  (pair: Pair): boolean =>
    pair.protected === one && pair.from === from;

/**
 * What protects one from another, in this direction alone. Without an order the stricter of plan and default; with one, the
 * stricter of plan and order, until the judge has ruled on their difference: from then on the order, for as long as the plan
 * asks no more than what was ruled on.
 */
export function protectionOf(
  plan: readonly Planned[],
  order: readonly Ordered[],
  one: OfCase,
  from: OfCase,
): PairMeasures {
  const is = isOf(one.pseudonym, from.pseudonym);
  const planned = plan
    .filter(is)
    .map(({ measures }) => measures)
    .reduce(stricter, nothingOrdered);
  const ordered = order.find(is);
  if (ordered === undefined) return stricter(planned, byDefault(one, from));
  const isRuledOn = ordered.ruledOn !== undefined && covers(ordered.ruledOn, planned);
  return isRuledOn ? ordered.measures : stricter(ordered.measures, planned);
}

/** What `a` may of `b`: of what protects either from the other the stricter. */
export function measuresBetween(
  plan: readonly Planned[],
  order: readonly Ordered[],
  a: OfCase,
  b: OfCase,
): Measures {
  const ofB = protectionOf(plan, order, b, a);
  const ofA = protectionOf(plan, order, a, b);
  return {
    meet: ofB.meet && ofA.meet,
    see: stricterLevel(ofB.seen, ofA.sees),
    hear: stricterLevel(ofB.heard, ofA.hears),
  };
}
