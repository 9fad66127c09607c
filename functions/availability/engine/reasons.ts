import { has, isEmpty, membersOf, type Bits } from './bits.ts';
import type { Criterion } from '../search/eligible.ts';
import { eachGap } from './hours.ts';
import { around } from './local-days.ts';
import { TooLong, weights } from './meter.ts';
import { minutesWithin } from './minutes-before.ts';
import { findPossible, spanOf, startsOf, together, type Possible } from './possible.ts';
import { startAt, type Loose, type Question, type Candidate, type Seat } from './question.ts';
import type { SeatStarts } from './seating.ts';

/** What else could be asked; each is tried when nothing fits. */
export interface Wider {
  /** The same with a later end. */
  readonly later?: Question;
  /** The same with the main part so many minutes shorter; undefined where nothing would be left of it. */
  readonly shorter?: (less: number) => Question | undefined;
  /** A pool without one of its criteria. */
  readonly pools?: readonly {
    readonly key: string;
    readonly dropped: Criterion;
    readonly candidates: readonly Candidate[];
  }[];
}

/** A change that alone opens a slot, with the start of the best or first one. `keys` are those of seats. */
export type Relief =
  | { readonly kind: 'no-buffers' | 'short-notice'; readonly keys: readonly string[]; readonly start: number }
  | {
      readonly kind: 'outside-hours';
      readonly keys: readonly string[];
      /** Outside working hours, all seats together; the least that is possible. */
      readonly minutes: number;
      readonly start: number;
    }
  | { readonly kind: 'shorter'; readonly less: number; readonly start: number }
  | { readonly kind: 'criterion'; readonly key: string; readonly dropped: Criterion; readonly start: number }
  | { readonly kind: 'later'; readonly start: number };

/** Why nothing fits. */
export interface Reason {
  /**
   * Sets of seats without which all others could meet, with the first time. Each single seat of which that is true;
   * where there is none, one set from which no seat can be left out.
   */
  readonly binding: readonly { readonly keys: readonly string[]; readonly start: number }[];
  /** Changes in the order of how little they ask: buffers, notice, hours, length, criteria, a later end. */
  readonly reliefs: readonly Relief[];
}

export function explain(possible: Possible, wider: Wider): Reason {
  const binding = bindingOf(possible);
  // A shorter session is looked for last: it is the same question over and over.
  const ways = [
    () => loosened(possible, 'no-buffers', { buffers: true }),
    () => loosened(possible, 'short-notice', { notice: true }),
    () => outsideHours(possible),
    () => withoutCriterion(possible, wider),
    () => extended(possible, wider),
    () => shortened(possible, wider),
  ];
  const reliefs = asFarAsThereIsTime(ways);
  return { binding, reliefs: inOrder.flatMap((kind) => reliefs.filter((each) => each.kind === kind)) };
}

const inOrder = [
  'no-buffers',
  'short-notice',
  'outside-hours',
  'shorter',
  'criterion',
  'later',
] as const satisfies readonly Relief['kind'][];

/** That nothing fits, and whom it hangs on, is the answer; of what would help, what is found in time is told. */
function asFarAsThereIsTime(ways: readonly (() => Relief[])[]): Relief[] {
  const found: Relief[] = [];
  try {
    for (const way of ways) found.push(...way());
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
  }
  return found;
}

const keysOf = ({ seats }: Possible): string[] => [...new Set(seats.map(({ seat }) => seat.key))];

const firstOf = ({ frame }: Pick<Possible, 'frame'>, starts: Bits): number | undefined => {
  const [index] = membersOf(starts);
  return index === undefined ? undefined : startAt(frame, index);
};

function bindingOf(possible: Possible): Reason['binding'] {
  const startWithout = (keys: readonly string[]) => {
    const rest = possible.seats.filter(({ seat }) => !keys.includes(seat.key));
    return firstOf(possible, together(possible.frame, rest, possible.almanac.meter));
  };
  const keys = keysOf(possible);
  const alone = keys.flatMap((key) => {
    const start = startWithout([key]);
    return start === undefined ? [] : [{ keys: [key], start }];
  });
  if (alone.length > 0) return alone;
  // Everybody is left out, and let in again one by one while there is still a time; who then stays out is binding.
  let out = keys;
  for (const key of keys) {
    const fewer = out.filter((other) => other !== key);
    if (startWithout(fewer) !== undefined) out = fewer;
  }
  const start = startWithout(out);
  return start === undefined ? [] : [{ keys: out, start }];
}

/** The possible starts when the seats of these keys are asked differently. */
function asked(possible: Possible, keys: readonly string[], change: (seat: Seat) => Seat): SeatStarts[] {
  return possible.seats.map((seat) =>
    keys.includes(seat.seat.key)
      ? startsOf(change(seat.seat), possible.question.now, possible.frame, possible.almanac)
      : seat,
  );
}

function loosened(possible: Possible, kind: 'no-buffers' | 'short-notice', loose: Loose): Relief[] {
  return keysOf(possible).flatMap((key) => {
    const seats = asked(possible, [key], (seat) => ({ ...seat, loose: { ...seat.loose, ...loose } }));
    const start = firstOf(possible, together(possible.frame, seats, possible.almanac.meter));
    return start === undefined ? [] : [{ kind, keys: [key], start }];
  });
}

/** One seat outside its hours; where that is not enough, the fewest that are found to be. */
function outsideHours(possible: Possible): Relief[] {
  const keys = keysOf(possible);
  const tried = (some: readonly string[]): Relief | undefined => {
    const seats = asked(possible, some, (seat) => ({ ...seat, loose: { ...seat.loose, hours: true } }));
    return leastOutside(possible, some, seats);
  };
  const alone = keys.flatMap((key) => tried([key]) ?? []);
  if (alone.length > 0) return alone;
  let some = keys;
  if (tried(some) === undefined) return [];
  for (const key of keys) {
    const fewer = some.filter((other) => other !== key);
    if (tried(fewer) !== undefined) some = fewer;
  }
  const found = tried(some);
  return found === undefined ? [] : [found];
}

function leastOutside(
  possible: Possible,
  keys: readonly string[],
  seats: readonly SeatStarts[],
): Relief | undefined {
  const wanted = seats.filter(({ seat }) => keys.includes(seat.key));
  let best: { start: number; minutes: number } | undefined;
  for (const index of membersOf(together(possible.frame, seats, possible.almanac.meter))) {
    const start = startAt(possible.frame, index);
    const most = best?.minutes ?? Number.POSITIVE_INFINITY;
    let minutes = 0;
    for (const seat of wanted) {
      if (minutes >= most) break;
      minutes += minutesOutside(possible, seat, index, most - minutes);
    }
    if (minutes < most) best = { start, minutes };
  }
  return best === undefined ? undefined : { kind: 'outside-hours', keys, ...best };
}

/**
 * Minutes of a seat outside working hours: those of the candidate who has the fewest of all who could come.
 * @param most from which on it does not matter how many there are
 */
function minutesOutside(
  { almanac, frame }: Possible,
  { seat, free }: SeatStarts,
  index: number,
  most: number,
): number {
  const { at, end } = spanOf(seat.blocks);
  const before = almanac.minutesBefore(seat.blocks);
  const start = startAt(frame, index);
  let fewest = most;
  for (const [candidate, { workingTime, binds, hidden }] of seat.candidates.entries()) {
    const bits = free[candidate];
    if (bits === undefined || !has(bits, index)) continue;
    if (!binds || hidden) return 0;
    const local = around(almanac.local(workingTime.zone), start + at, start + end);
    almanac.meter.take(2 * weights.look * (local.days.length + 1));
    let minutes = 0;
    eachGap(local, almanac.working(workingTime), (from, until) => {
      minutes += minutesWithin(before, from - start, until - start);
    });
    fewest = Math.min(fewest, minutes);
    if (fewest === 0) return 0;
  }
  return fewest;
}

/** The least by which the main part must be shorter, in steps of the grid. */
function shortened({ frame, almanac }: Possible, { shorter }: Wider): Relief[] {
  for (let less = frame.grid; ; less += frame.grid) {
    const question = shorter?.(less);
    if (question === undefined) return [];
    const found = findPossible(question, almanac.meter);
    const start = firstOf(found, found.starts);
    if (start !== undefined) return [{ kind: 'shorter', less, start }];
  }
}

function withoutCriterion(possible: Possible, { pools = [] }: Wider): Relief[] {
  return pools.flatMap(({ key, dropped, candidates }) => {
    const start = firstOf(
      possible,
      together(
        possible.frame,
        asked(possible, [key], (seat) => ({ ...seat, candidates })),
        possible.almanac.meter,
      ),
    );
    return start === undefined ? [] : [{ kind: 'criterion' as const, key, dropped, start }];
  });
}

function extended({ almanac }: Possible, { later }: Wider): Relief[] {
  if (later === undefined) return [];
  const found = findPossible(later, almanac.meter);
  const start = isEmpty(found.starts) ? undefined : firstOf(found, found.starts);
  return start === undefined ? [] : [{ kind: 'later', start }];
}
