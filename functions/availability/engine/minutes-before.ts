import type { Block } from './question.ts';

/**
 * How many minutes of some blocks lie before each minute after the start, so that what lies within any stretch is one
 * difference. A session of thirty days in ninety blocks is asked so against every day of half a year.
 */
export type MinutesBefore = Int32Array;

export function minutesBefore(blocks: readonly Block[]): MinutesBefore {
  const last = blocks.at(-1);
  const until = last === undefined ? 0 : last.at + last.minutes;
  const before = new Int32Array(until + 1);
  let sum = 0;
  let minute = 0;
  for (const { at, minutes } of blocks) {
    for (; minute < at; minute += 1) before[minute] = sum;
    for (; minute < at + minutes; minute += 1, sum += 1) before[minute] = sum;
  }
  before[until] = sum;
  return before;
}

/** Minutes of the blocks between two minutes after the start. */
export function minutesWithin(before: MinutesBefore, from: number, until: number): number {
  const end = before.length - 1;
  const low = from < 0 ? 0 : from > end ? end : from;
  const high = until < 0 ? 0 : until > end ? end : until;
  return high <= low ? 0 : (before[high] ?? 0) - (before[low] ?? 0);
}

/** The most minutes of the blocks that lie within any stretch of this length. */
export function mostWithin(before: MinutesBefore, length: number): number {
  let most = 0;
  for (let from = 0; from < before.length; from += 1)
    most = Math.max(most, minutesWithin(before, from, from + length));
  return most;
}
