import { localOf } from '../../../functions/shared/values/zones.ts';
import { instantOf } from '../../../functions/shared/values/instants.ts';
import {
  isRoom,
  type Candidate,
  type Question,
  type Seat,
} from '../../../functions/availability/engine/question.ts';

/**
 * The search by brute force: every start of the grid, every minute of it, every way to fill the seats. Knows nothing of
 * bits, ranges or days; wall times come as text from the zone table’s other door.
 */

interface Wall {
  readonly day: string;
  readonly weekday: number;
  readonly clock: string;
  readonly offset: string;
}

/** By zone and minute: what was worked out once need not be again. */
const walls = new Map<string, Map<number, Wall>>();

export function wallOf(zone: string, minute: number): Wall {
  const there = keptFor(walls, zone);
  const known = there.get(minute);
  if (known !== undefined) return known;
  const { local, offset } = localOf(zone, instantOf(minute * 60_000));
  const day = local.slice(0, 10);
  // A date alone is read as UTC, wherever this runs.
  const weekday = new Date(day).getUTCDay() || 7;
  const made = { day, weekday, clock: local.slice(11, 16), offset };
  if (there.size > 100_000) there.clear();
  there.set(minute, made);
  return made;
}

function keptFor<Of, Kept>(
  all: { get(of: Of): Map<number, Kept> | undefined; set(of: Of, kept: Map<number, Kept>): unknown },
  of: Of,
): Map<number, Kept> {
  const kept = all.get(of) ?? new Map<number, Kept>();
  all.set(of, kept);
  return kept;
}

const working = new WeakMap<Candidate['workingTime'], Map<number, boolean>>();

export function isWorking({ workingTime }: Candidate, minute: number): boolean {
  const there = keptFor(working, workingTime);
  const known = there.get(minute) ?? worksAt(workingTime, minute);
  there.set(minute, known);
  return known;
}

const worksAt = (workingTime: Candidate['workingTime'], minute: number): boolean => {
  const { day, weekday, clock } = wallOf(workingTime.zone, minute);
  return workingTime.weekly.some(
    (hours) =>
      hours.weekday === weekday &&
      hours.from <= clock &&
      clock < hours.until &&
      (hours.validFrom === undefined || hours.validFrom <= day) &&
      (hours.validUntil === undefined || day <= hours.validUntil),
  );
};

const pairs = (busy: Int32Array): [number, number][] =>
  Array.from({ length: busy.length / 2 }, (_, at) => [busy[2 * at] ?? 0, busy[2 * at + 1] ?? 0]);

const minutesFrom = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);

/** Every minute of the seat, if the session begins at `start`. */
export const minutesOf = ({ blocks }: Seat, start: number): number[] =>
  blocks.flatMap(({ at, minutes }) => minutesFrom(start + at, start + at + minutes));

/** Whether something holds of each of them; a list of them would be made for every start. */
const holdsThrough = ({ blocks }: Seat, start: number, holds: (minute: number) => boolean): boolean =>
  blocks.every(({ at, minutes }) => {
    for (let minute = start + at; minute < start + at + minutes; minute += 1)
      if (!holds(minute)) return false;
    return true;
  });

export const isShortNotice = (
  question: Question,
  { blocks }: Seat,
  { workingTime }: Candidate,
  start: number,
) => Math.min(...blocks.map(({ at }) => start + at)) < question.now + workingTime.notice;

const bookedDays = new WeakMap<Int32Array, Map<string, ReadonlyMap<string, number>>>();

/** How many minutes of each day of a zone are booked, counted one by one. */
function bookedByDay(booked: Int32Array, zone: string): ReadonlyMap<string, number> {
  const there = bookedDays.get(booked) ?? new Map<string, ReadonlyMap<string, number>>();
  bookedDays.set(booked, there);
  const known = there.get(zone);
  if (known !== undefined) return known;
  const perDay = new Map<string, number>();
  for (const [from, until] of pairs(booked))
    for (let minute = from; minute < until; minute += 1) {
      const { day } = wallOf(zone, minute);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
  there.set(zone, perDay);
  return perDay;
}

export function couldTake(question: Question, seat: Seat, resource: Candidate, start: number): boolean {
  const { workingTime, booked, duty, dutyZone = workingTime.zone } = resource;
  const binds = resource.binds;
  const { hidden } = resource;
  const room = isRoom(resource);
  // Of those who are hidden the hours are only supposed, so they forbid nothing.
  const loose = hidden ? { hours: true } : room ? {} : (seat.loose ?? {});
  const through = (holds: (minute: number) => boolean) => holdsThrough(seat, start, holds);
  if (binds && loose.notice !== true && isShortNotice(question, seat, resource, start)) return false;
  if (binds && loose.hours !== true && !through((minute) => isWorking(resource, minute))) return false;
  const isOff = (minute: number) => workingTime.daysOff.includes(wallOf(workingTime.zone, minute).day);
  if (binds && workingTime.daysOff.length > 0 && !through((minute) => !isOff(minute))) return false;

  const before = !binds || loose.buffers === true ? 0 : workingTime.bufferBefore;
  const after = !binds || loose.buffers === true ? 0 : workingTime.bufferAfter;
  const change = duty?.changeover ?? 0;
  for (const { at, minutes: length } of seat.blocks) {
    const [from, until] = [start + at, start + at + length];
    for (const [busyFrom, busyUntil] of pairs(booked)) {
      // Kept free around the new one, and around the one that stands.
      if (from - Math.max(before, change) < busyUntil && busyFrom < until + Math.max(after, change))
        return false;
      if (busyFrom - before < until && from < busyUntil + after) return false;
    }
    for (const block of binds ? workingTime.blocks : []) {
      const [busyFrom, busyUntil] = [Date.parse(block.start) / 60_000, Date.parse(block.end) / 60_000];
      if (from - before < busyUntil && busyFrom < until + after) return false;
    }
  }
  if (duty === undefined) return true;
  const perDay = new Map<string, number>();
  for (const { at, minutes } of seat.blocks)
    for (let minute = start + at; minute < start + at + minutes; minute += 1) {
      const { day } = wallOf(dutyZone, minute);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
  const already = bookedByDay(booked, dutyZone);
  return [...perDay].every(([day, sum]) => sum + (already.get(day) ?? 0) <= duty.dayMinutes);
}

/** Whether the seats can be taken by different ones of these, each way tried in turn. */
export function canFill(choices: readonly (readonly string[])[], taken: readonly string[] = []): boolean {
  const [first, ...rest] = choices;
  if (first === undefined) return true;
  return first.some((id) => !taken.includes(id) && canFill(rest, [...taken, id]));
}

const whoCould = (question: Question, seat: Seat, start: number): string[] =>
  seat.candidates.filter((each) => couldTake(question, seat, each, start)).map(({ id }) => id);

export const choicesAt = (question: Question, start: number): string[][] =>
  question.seats.map((seat) => whoCould(question, seat, start));

function isPossible(question: Question, start: number): boolean {
  const choices: string[][] = [];
  for (const seat of question.seats) {
    const could = whoCould(question, seat, start);
    // Where nobody could take one seat, the others need not be looked at.
    if (could.length === 0) return false;
    choices.push(could);
  }
  return canFill(choices);
}

/** Every start at which it is possible, in order, each looked for when it is asked for. */
function* startsInTurn(question: Question): Generator<number, undefined> {
  const { from, until, now, grid, minutes } = question;
  for (let start = Math.ceil(from / grid) * grid; start <= until - minutes; start += grid)
    if (start >= now && isPossible(question, start)) yield start;
}

export const naiveStarts = (question: Question): number[] => [...startsInTurn(question)];

export const naiveFirst = (question: Question): number | undefined => startsInTurn(question).next().value;
