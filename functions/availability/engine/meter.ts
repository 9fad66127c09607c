/**
 * What a search costs, counted as it goes on, and an end to it: the numbers by which the cost is counted beforehand
 * (cost.ts) are the very ones that are counted here, and a test holds the two against each other.
 */

/** What one step of each kind weighs; a step of 1 is some nanoseconds, on whatever machine that is. */
export const weights = {
  /** One block kept from one stretch of time. */
  strike: 20,
  /** One start held against one day’s minutes, or against one stretch outside hours. */
  look: 4,
  /** One word of a set of starts joined with another. */
  word: 1,
  /** One start ranked for one seat, or one candidate tried for a seat at one start. */
  rank: 6,
} as const;

export interface Meter {
  /** Counts so much, and now and then looks at the clock. @throws {TooLong} when the time is over */
  readonly take: (cost: number) => void;
  readonly taken: () => number;
}

/** The time is over: what was asked is too much. */
export class TooLong extends Error {
  constructor() {
    super('The search takes too long.');
    this.name = 'TooLong';
  }
}

/** So much is counted between two looks at the clock: some milliseconds. */
const between = 2_000_000;

/** @param isOver whether the time is over; never, unless said */
export function meterUntil(isOver: () => boolean = () => false): Meter {
  let sum = 0;
  let next = between;
  return {
    take: (cost) => {
      sum += cost;
      if (sum < next) return;
      next = sum + between;
      if (isOver()) throw new TooLong();
    },
    taken: () => sum,
  };
}
