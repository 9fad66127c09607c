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

export const isShortNotice = (question: Question, seat: Seat, { workingTime }: Candidate, start: number) =>
  Math.min(...minutesOf(seat, start)) < question.now + workingTime.notice;

export function couldTake(question: Question, seat: Seat, resource: Candidate, start: number): boolean {
  const { workingTime, booked, duty, dutyZone = workingTime.zone } = resource;
  const binds = resource.binds;
  const { hidden } = resource;
  const room = isRoom(resource);
  // Of those who are hidden the hours are only supposed, so they forbid nothing.
  const loose = hidden ? { hours: true } : room ? {} : (seat.loose ?? {});
  const minutes = minutesOf(seat, start);
  if (binds && loose.notice !== true && isShortNotice(question, seat, resource, start)) return false;
  if (binds && loose.hours !== true && !minutes.every((minute) => isWorking(resource, minute))) return false;
  if (binds && minutes.some((minute) => workingTime.daysOff.includes(wallOf(workingTime.zone, minute).day)))
    return false;

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
  for (const minute of minutes) {
    const { day } = wallOf(dutyZone, minute);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
  }
  for (const [from, until] of pairs(booked)) {
    for (const minute of minutesFrom(from, until)) {
      const { day } = wallOf(dutyZone, minute);
      const sum = perDay.get(day);
      if (sum !== undefined) perDay.set(day, sum + 1);
    }
  }
  return [...perDay.values()].every((sum) => sum <= duty.dayMinutes);
}

/** Whether the seats can be taken by different ones of these, each way tried in turn. */
export function canFill(choices: readonly (readonly string[])[], taken: readonly string[] = []): boolean {
  const [first, ...rest] = choices;
  if (first === undefined) return true;
  return first.some((id) => !taken.includes(id) && canFill(rest, [...taken, id]));
}

export function choicesAt(question: Question, start: number): string[][] {
  return question.seats.map((seat) =>
    seat.candidates.filter((each) => couldTake(question, seat, each, start)).map(({ id }) => id),
  );
}

export function naiveStarts(question: Question): number[] {
  const { from, until, now, grid, minutes } = question;
  return minutesFrom(from, until - minutes + 1).filter(
    (start) => start % grid === 0 && start >= now && canFill(choicesAt(question, start)),
  );
}
