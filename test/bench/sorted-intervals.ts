import type { WorkingTime } from '../../functions/directory/port/working-time.ts';
import { localDays, weekdayOf } from '../../functions/availability/engine/local-days.ts';
import type { Question, Candidate } from '../../functions/availability/engine/question.ts';

/**
 * The search as a good programmer would write it without bits: each calendar’s free stretches as sorted intervals,
 * meeting pairwise with two pointers. For comparison only; named people in one block, without duty.
 */

type Stretch = readonly [start: number, end: number];

const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

function workingHours(workingTime: WorkingTime, from: number, until: number): Stretch[] {
  const { days, starts, ends, offsets } = localDays(workingTime.zone, from - 2880, until + 2880);
  const off = new Set(workingTime.daysOff.map((day) => Date.parse(day) / 86_400_000));
  const hours = workingTime.weekly.map(({ weekday, ...each }) => ({
    weekday,
    from: clock(each.from),
    until: clock(each.until),
  }));
  const found: [number, number][] = [];
  for (let piece = 0; piece < days.length; piece += 1) {
    const day = days[piece] ?? 0;
    if (off.has(day)) continue;
    const midnight = day * 1440 - (offsets[piece] ?? 0);
    const weekday = weekdayOf(day);
    for (const each of hours) {
      if (each.weekday !== weekday) continue;
      const start = Math.max(starts[piece] ?? 0, midnight + each.from);
      const end = Math.min(ends[piece] ?? 0, midnight + each.until);
      if (start >= end) continue;
      const last = found.at(-1);
      if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
  }
  return found;
}

/** What is left of sorted stretches without what is taken, itself sorted. */
function without(free: readonly Stretch[], taken: Int32Array, margin: number): Stretch[] {
  const left: Stretch[] = [];
  let pair = 0;
  for (const [start, end] of free) {
    let at = start;
    while (pair > 0 && (taken[pair - 1] ?? 0) + margin > start) pair -= 2;
    while (pair < taken.length && (taken[pair + 1] ?? 0) + margin <= at) pair += 2;
    for (; pair < taken.length && (taken[pair] ?? 0) - margin < end; pair += 2) {
      const busyFrom = (taken[pair] ?? 0) - margin;
      if (busyFrom > at) left.push([at, busyFrom]);
      at = Math.max(at, (taken[pair + 1] ?? 0) + margin);
    }
    if (at < end) left.push([at, end]);
  }
  return left;
}

function common(ones: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  const both: Stretch[] = [];
  let [one, other] = [0, 0];
  while (one < ones.length && other < others.length) {
    const [a, b] = [ones[one] ?? [0, 0], others[other] ?? [0, 0]];
    const start = Math.max(a[0], b[0]);
    const end = Math.min(a[1], b[1]);
    if (start < end) both.push([start, end]);
    if (a[1] < b[1]) one += 1;
    else other += 1;
  }
  return both;
}

function freeOf({ workingTime, booked }: Candidate, { from, until, now }: Question): Stretch[] {
  const earliest = Math.max(from, now + workingTime.notice);
  const hours = workingHours(workingTime, from, until);
  return common(without(hours, booked, Math.max(workingTime.bufferBefore, workingTime.bufferAfter)), [
    [earliest, until],
  ]);
}

export function startsByIntervals(question: Question): number[] {
  let free: Stretch[] = [[Math.max(question.from, question.now), question.until]];
  for (const { candidates } of question.seats)
    for (const candidate of candidates) free = common(free, freeOf(candidate, question));
  const starts: number[] = [];
  for (const [start, end] of free) {
    const first = Math.ceil(start / question.grid) * question.grid;
    for (let at = first; at + question.minutes <= end; at += question.grid) starts.push(at);
  }
  return starts;
}
