/**
 * Slot search, in ratios of one run (`npm run bench -- slots`): from raw rules against a search by sorted intervals that
 * was written for this comparison, one of two hundred interpreters with duty, and the memory of one search. Both
 * searches get the same questions and must give the same starts.
 */
import { usualDuty } from '../../functions/directory/port/duty.ts';
import {
  workingTime as workingTimeShape,
  type WorkingTime,
} from '../../functions/directory/port/working-time.ts';
import { membersOf } from '../../functions/availability/engine/bits.ts';
import { costOf } from '../../functions/availability/engine/cost.ts';
import { findSlots } from '../../functions/availability/engine/find-slots.ts';
import { meterUntil } from '../../functions/availability/engine/meter.ts';
import { findPossible } from '../../functions/availability/engine/possible.ts';
import {
  blocksOf,
  busyOf,
  startAt,
  type Question,
  type Candidate,
} from '../../functions/availability/engine/question.ts';
import { candidate } from '../support/candidate.ts';
import { startsByIntervals } from './sorted-intervals.ts';

const DAYS = 90;
const from = Date.UTC(2027, 1, 22) / 60_000;
const venue = 'Asia/Bangkok';

/** Pseudo-random and always the same: a bench that asks something else each time compares nothing. */
let seed = 20_261_124;
const chance = (below: number): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

const ZONES = [
  ['Asia/Bangkok', 'TH', '08:30', '16:30'],
  ['Asia/Yangon', 'MM', '09:00', '16:30'],
  ['Australia/Sydney', 'AU', '09:00', '20:00'],
  ['Asia/Phnom_Penh', 'KH', '07:30', '17:00'],
  ['Asia/Shanghai', 'CN', '08:00', '18:00'],
  ['Asia/Kathmandu', 'NP', '07:00', '16:00'],
] as const;

function workingTimeOf(which: number): WorkingTime {
  const [zone, country, first, last] = ZONES[which % ZONES.length] ?? ZONES[0];
  return workingTimeShape.parse({
    zone,
    country,
    weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: first, until: last })),
    daysOff: ['2027-03-10', '2027-04-14'],
    blocks: [],
    bufferBefore: 15,
    bufferAfter: 15,
    notice: 60,
    sociable: { from: '08:00', until: '19:00' },
  });
}

/** Some 1.6 bookings a day of 30 minutes to two hours, anywhere in the working day. */
function bookings(): (readonly [number, number])[] {
  return Array.from({ length: DAYS * 1.6 }, () => {
    const start = from + chance(DAYS) * 1440 + chance(16) * 30 + 60;
    return [start, start + 30 * (1 + chance(4))] as const;
  });
}

const resource = (which: number, duty: boolean): Candidate =>
  candidate({
    id: `resource-${which}`,
    workingTime: workingTimeOf(which),
    holidays: new Set([20_900, 20_922]),
    booked: busyOf(bookings()),
    ...(duty ? { duty: usualDuty } : {}),
  });

const segments = [{ at: 0, minutes: 120 }];
const blocks = blocksOf(segments);
const people = Array.from({ length: 12 }, (_, which) => resource(which, false));
const interpreters = Array.from({ length: 200 }, (_, which) => resource(which + 12, true));

const ask = (seats: Question['seats']): Question => ({
  from,
  until: from + DAYS * 1440,
  now: from - 10_000,
  grid: 15,
  minutes: 120,
  seats,
});
const twelve = ask(people.map((each) => ({ key: each.id, blocks, candidates: [each] })));
const pooled = ask([
  ...people.slice(0, 3).map((each) => ({ key: each.id, blocks, candidates: [each] })),
  { key: 'interpreter', blocks, candidates: interpreters },
]);
const unpooled = ask(pooled.seats.slice(0, 3));

/** Best and middle of many runs in microseconds, the sides taking turns, so that a busy machine slows all alike. */
function times(sides: readonly (() => unknown)[], rounds: number): { best: number; middle: number }[] {
  const taken = sides.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, side] of sides.entries()) {
      const started = performance.now();
      side();
      taken[at]?.push((performance.now() - started) * 1000);
    }
  }
  return taken.map((some) => {
    const sorted = some.toSorted((one, other) => one - other);
    return { best: sorted[0] ?? NaN, middle: sorted[Math.floor(sorted.length / 2)] ?? NaN };
  });
}

function sameStarts(question: Question): number {
  const { starts, frame } = findPossible(question);
  const ours = Array.from(membersOf(starts), (index) => startAt(frame, index));
  const theirs = startsByIntervals(question);
  if (ours.join() !== theirs.join()) throw new Error('The two searches disagree.');
  return ours.length;
}

/** Megabytes that one search allocates and holds: the most that one run adds. */
function megabytes(run: () => unknown): number {
  let most = 0;
  for (let turn = 0; turn < 20; turn += 1) {
    globalThis.gc?.();
    const before = process.memoryUsage();
    run();
    const after = process.memoryUsage();
    most = Math.max(most, after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers);
  }
  return most / 1e6;
}

const busy = people.reduce((sum, { booked }) => sum + booked.length / 2, 0);
const counts = [sameStarts(twelve), sameStarts(unpooled)];
const [bits, intervals, whole] = times(
  [() => findPossible(twelve), () => startsByIntervals(twelve), () => findSlots(twelve, venue, 20)],
  2_000,
);
const [pool, alone] = times([() => findSlots(pooled, venue, 20), () => findSlots(unpooled, venue, 20)], 300);
const out = (text: string) => process.stdout.write(`${text}\n`);
const us = (side: { best: number; middle: number } | undefined) =>
  `${(side?.best ?? NaN).toFixed(0).padStart(6)} best ${(side?.middle ?? NaN).toFixed(0).padStart(6)} middle`;
out(`12 parties × ${DAYS} days × 15 min, ${busy} busy intervals, ${counts[0]} possible starts; µs`);
out(`  starts, ours, from raw rules      ${us(bits)}   goal 1,000`);
out(
  `  starts, sorted intervals          ${us(intervals)}   ${((intervals?.best ?? NaN) / (bits?.best ?? NaN)).toFixed(1)}× (goal 2×)`,
);
out(`  whole answer, ranked and warned   ${us(whole)}   goal 1,000`);
out(`one of 200 interpreters with duty, beside 3 people; µs`);
out(`  whole answer                      ${us(pool)}   goal 5,000`);
out(
  `  the same without the pool         ${us(alone)}   ${((pool?.best ?? NaN) / (alone?.best ?? NaN)).toFixed(1)}×`,
);
out(`memory of one search, MB (goal 20)`);
out(`  12 parties                        ${megabytes(() => findSlots(twelve, venue, 20)).toFixed(1)}`);
out(`  one of 200                        ${megabytes(() => findSlots(pooled, venue, 20)).toFixed(1)}`);
const largest = { ...pooled, until: from + 180 * 1440, grid: 5 };
out(`  one of 200, 180 days × 5 min      ${megabytes(() => findSlots(largest, venue, 20)).toFixed(1)}`);

/** A session of so many days and parts, for one of so many interpreters: what was too much once. */
function trial(candidates: readonly Candidate[], days: number, parts: number): Question {
  const each = blocksOf(
    Array.from({ length: days * parts }, (_, at) => ({
      at: Math.floor(at / parts) * 1440 + (at % parts) * 90,
      minutes: 60,
    })),
  );
  const last = each.at(-1);
  const minutes = last === undefined ? 0 : last.at + last.minutes;
  const seats = [{ key: 'interpreter', blocks: each, candidates }];
  return { from, until: from + 180 * 1440, now: from - 10_000, grid: 5, minutes, seats };
}
/** A hearing of twenty calendars on five days: nineteen who are named, and one of two hundred interpreters. */
const hearing = (): Question => {
  const question = trial(interpreters, 5, 1);
  const days = question.seats[0]?.blocks ?? [];
  const named = Array.from({ length: 19 }, (_, which) => resource(which + 300, false));
  const seats = named.map((each) => ({ key: each.id, blocks: days, candidates: [each] }));
  return { ...question, seats: [...seats, ...question.seats] };
};
const heavy = [
  ['20 calendars, 5 days, one of 200', hearing()],
  ['one of 5, 30 days × 3 parts', trial(interpreters.slice(0, 5), 30, 3)],
  ['one of 200, 5 days', trial(interpreters, 5, 1)],
  ['one of 200, 5 days × 3 parts', trial(interpreters, 5, 3)],
] as const;
out(`heavy questions over 180 days × 5 min; µs, what was counted and what it took (goal 1,000,000 µs)`);
for (const [name, question] of heavy) {
  const meter = meterUntil();
  findSlots(question, venue, 20, {}, meter);
  const [taken] = times([() => findSlots(question, venue, 20)], 10);
  const millions = (cost: number) => (cost / 1e6).toFixed(1);
  out(
    `  ${name.padEnd(32)}  ${us(taken)}   ${millions(costOf(question, 20))} M counted, ${millions(meter.taken())} M taken`,
  );
}

// What the search is built on, in the same run: wall time to universal time against date-fns-tz.
await import('./zones.bench.ts');
