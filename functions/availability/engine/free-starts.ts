import { allBits, clearRange, has, remove, type Bits } from './bits.ts';
import type { WorkingTime } from '../../directory/port/working-time.ts';
import { eachGap, sociableWeek, workingWeek, type Week } from './hours.ts';
import { localDays, pieceAt, type LocalDays } from './local-days.ts';
import { meterUntil, weights, type Meter } from './meter.ts';
import { minutesBefore, minutesWithin, mostWithin, type MinutesBefore } from './minutes-before.ts';
import {
  isFirm,
  isRoom,
  startAt,
  type Block,
  type Busy,
  type Frame,
  type Loose,
  type Candidate,
} from './question.ts';

/**
 * When one resource can start: a bit for each possible start. Everything that stands against a start is a stretch of
 * time, and which starts a stretch forbids follows to the minute, so the grid never rounds anybody's time.
 */

/** Minutes on both sides of the question that buffers, changeover and a whole local day can reach. */
export const reach = 2 * 1440;

/** What the rules come to over the time of one search, each worked out once. */
export interface Almanac {
  readonly local: (zone: string) => LocalDays;
  readonly working: (workingTime: WorkingTime) => Week;
  readonly sociable: (workingTime: WorkingTime) => Week;
  readonly minutesBefore: (blocks: readonly Block[]) => MinutesBefore;
  /** The most minutes of these blocks that can lie on one local day. */
  readonly onOneDay: (blocks: readonly Block[]) => { readonly minutes: number };
  /** What all of it has cost so far. */
  readonly meter: Meter;
}

export const almanacFor = (from: number, until: number, meter: Meter = meterUntil()): Almanac => ({
  local: once((zone: string) => localDays(zone, from - reach, until + reach)),
  working: once(workingWeek),
  sociable: once(sociableWeek),
  minutesBefore: once(minutesBefore),
  onOneDay: once((blocks: readonly Block[]) => ({ minutes: mostWithin(minutesBefore(blocks), longestDay) })),
  meter,
});

function once<From, To extends object>(work: (from: From) => To): (from: From) => To {
  const done = new Map<From, To>();
  return (from) => {
    const known = done.get(from) ?? work(from);
    done.set(from, known);
    return known;
  };
}

/**
 * Takes out each start at which one of the blocks would begin less than `before` minutes after `end`, and yet end less
 * than `after` minutes before `start`.
 */
function forbid(
  bits: Bits,
  { first, grid }: Frame,
  blocks: readonly Block[],
  start: number,
  end: number,
  before: number,
  after: number,
): void {
  for (let block = 0; block < blocks.length; block += 1) {
    const { at, minutes } = blocks[block] ?? nothing;
    const earliest = Math.floor((start - after - at - minutes - first) / grid) + 1;
    const latest = Math.ceil((end + before - at - first) / grid) - 1;
    clearRange(bits, earliest, latest);
  }
}

const nothing: Block = { at: 0, minutes: 0 };

/** The starts that are possible for a resource in these blocks. */
export function freeStarts(
  frame: Frame,
  now: number,
  resource: Candidate,
  blocks: readonly Block[],
  asked: Loose,
  almanac: Almanac,
): Bits {
  const bits = allBits(frame.count);
  const { workingTime, duty, dutyZone = workingTime.zone, binds, hidden } = resource;
  const loose = isFirm(resource) ? {} : asked;
  const local = almanac.local(workingTime.zone);
  if (binds) {
    if (loose.notice !== true) forbidShortNotice(bits, frame, now, resource, blocks);
    const week = almanac.working(workingTime);
    const strike = striking(bits, frame, blocks, almanac.meter);
    if (loose.hours === true || hidden) eachDay(local, week.off, strike);
    else eachGap(local, week, strike);
  }
  forbidTaken(bits, frame, blocks, resource, loose.buffers === true, almanac.meter);
  if (duty !== undefined)
    forbidLongDays(bits, frame, blocks, resource, duty, { ...almanac, days: almanac.local(dutyZone) });
  return bits;
}

/** Takes out what each stretch of time forbids that it is called with, and counts what that costs. */
const striking =
  (bits: Bits, frame: Frame, blocks: readonly Block[], meter: Meter) =>
  (start: number, end: number): void => {
    meter.take(weights.strike * blocks.length);
    forbid(bits, frame, blocks, start, end, 0, 0);
  };

function forbidShortNotice(
  bits: Bits,
  frame: Frame,
  now: number,
  { workingTime: { notice } }: Candidate,
  blocks: readonly Block[],
): void {
  forbid(bits, frame, blocks.slice(0, 1), Number.NEGATIVE_INFINITY, now + notice, 0, 0);
}

/**
 * Of the starts that are free, those that would burden the resource neither with unsociable hours, nor a holiday, nor
 * time outside its hours, nor with short notice or less free time around. (Of the others, nothing is said.)
 */
export function easyStarts(
  frame: Frame,
  now: number,
  resource: Candidate,
  blocks: readonly Block[],
  asked: Loose,
  almanac: Almanac,
): Bits {
  const bits = allBits(frame.count);
  const { workingTime, holidays, hidden, binds } = resource;
  const loose = isFirm(resource) ? {} : asked;
  const local = almanac.local(workingTime.zone);
  const strike = striking(bits, frame, blocks, almanac.meter);
  if (!isRoom(resource)) {
    eachGap(local, almanac.sociable(workingTime), strike);
    eachDay(local, holidays, strike);
  }
  if (!binds || hidden) {
    eachGap(local, almanac.working(workingTime), strike);
    return bits;
  }
  if (loose.hours === true) eachGap(local, almanac.working(workingTime), strike);
  if (loose.notice === true) forbidShortNotice(bits, frame, now, resource, blocks);
  if (loose.buffers === true) forbidTaken(bits, frame, blocks, resource, false, almanac.meter);
  return bits;
}

/** What was agreed to already, of what would have to be asked for. */
export interface Agreed {
  readonly unsociable: boolean;
  readonly holiday: boolean;
}

/**
 * Of the starts that are free, those for which nobody has to be asked for an unsociable hour or a holiday. Of a calendar
 * that nobody set, of a room and of those who stay hidden it is never asked. (Of the others, nothing is said.)
 */
export function unaskedStarts(
  frame: Frame,
  resource: Candidate,
  blocks: readonly Block[],
  agreed: Agreed,
  almanac: Almanac,
): Bits {
  const bits = allBits(frame.count);
  const { workingTime, holidays, binds } = resource;
  if (!binds || isFirm(resource)) return bits;
  const local = almanac.local(workingTime.zone);
  const strike = striking(bits, frame, blocks, almanac.meter);
  if (!agreed.unsociable) eachGap(local, almanac.sociable(workingTime), strike);
  if (!agreed.holiday) eachDay(local, holidays, strike);
  return bits;
}

function eachDay(
  { days, starts, ends }: LocalDays,
  wanted: ReadonlySet<number>,
  onDay: (start: number, end: number) => void,
): void {
  if (wanted.size === 0) return;
  for (let piece = 0; piece < days.length; piece += 1)
    if (wanted.has(days[piece] ?? 0)) onDay(starts[piece] ?? 0, ends[piece] ?? 0);
}

/**
 * Between two sessions lies the longer of the buffer after the one and the buffer before the other, and the changeover
 * where there is one. A block that the calendar’s owner entered has no buffers of its own, but a session keeps its own
 * from it.
 */
function forbidTaken(
  bits: Bits,
  frame: Frame,
  blocks: readonly Block[],
  { booked, workingTime, duty, binds }: Candidate,
  withoutBuffers: boolean,
  meter: Meter,
): void {
  const stretches = booked.length / 2 + (binds ? workingTime.blocks.length : 0);
  meter.take(weights.strike * blocks.length * stretches);
  const none = withoutBuffers || !binds;
  const [before, after] = none ? [0, 0] : [workingTime.bufferBefore, workingTime.bufferAfter];
  const between = Math.max(before, after, duty?.changeover ?? 0);
  for (let pair = 0; pair < booked.length; pair += 2)
    forbid(bits, frame, blocks, booked[pair] ?? 0, booked[pair + 1] ?? 0, between, between);
  if (!binds) return;
  for (const { start, end } of workingTime.blocks)
    forbid(bits, frame, blocks, minuteBefore(start), minuteAfter(end), before, after);
}

/** Whether all free time is kept around these blocks that the calendar asks for, if they begin at a minute. */
export function keepsBuffers(
  resource: Candidate,
  blocks: readonly Block[],
  start: number,
  { meter }: Almanac,
): boolean {
  const one = { first: start, grid: 1, count: 1 };
  const bits = allBits(1);
  forbidTaken(bits, one, blocks, resource, false, meter);
  return has(bits, 0);
}

/** Instants rounded outwards: what begins within a minute takes all of it. */
export const minuteBefore = (instant: string): number => Math.floor(Date.parse(instant) / 60_000);
export const minuteAfter = (instant: string): number => Math.ceil(Date.parse(instant) / 60_000);

/** Takes out each start that would bring a local day above the minutes that duty allows. */
function forbidLongDays(
  bits: Bits,
  frame: Frame,
  blocks: readonly Block[],
  { booked, worked: own = nothingTaken }: Candidate,
  { dayMinutes }: NonNullable<Candidate['duty']>,
  {
    days,
    meter,
    ...almanac
  }: Pick<Almanac, 'minutesBefore' | 'onOneDay' | 'meter'> & { readonly days: LocalDays },
): void {
  const total = blocks.reduce((sum, { minutes }) => sum + minutes, 0);
  if (booked.length + own.length === 0 && total <= dayMinutes) return;
  // On a day on which there is room for as much as can lie on any, nothing has to be looked at.
  const most = blocks.length === 1 ? total : Math.min(total, almanac.onOneDay(blocks).minutes);
  const worked = minutesByPiece(booked, days);
  if (own.length > 0)
    for (const [piece, minutes] of minutesByPiece(own, days).entries())
      worked[piece] = (worked[piece] ?? 0) + minutes;
  for (let piece = 0, next = 0; piece < days.days.length; piece = next) {
    let minutes = 0;
    for (next = piece; next < days.days.length && days.days[next] === days.days[piece]; next += 1)
      minutes += worked[next] ?? 0;
    const left = Math.max(0, dayMinutes - minutes);
    if (left >= most) continue;
    const [start, end] = [days.starts[piece] ?? 0, days.ends[next - 1] ?? 0];
    // A block has more than `left` minutes of the day when it ends later than that into it and begins as long before
    // its end; with several blocks only their sum tells.
    if (blocks.length === 1) striking(bits, frame, blocks, meter)(start + left, end - left);
    else forbidBySum(bits, frame, almanac.minutesBefore(blocks), { start, end, left }, meter);
  }
}

/** Minutes; no local day is longer, whatever the clocks do on it. */
const longestDay = 26 * 60;

const nothingTaken: Busy = new Int32Array();

/** Booked minutes in each piece of a local day. */
function minutesByPiece(booked: Int32Array, local: LocalDays): Int32Array {
  const { starts, ends, days } = local;
  const worked = new Int32Array(days.length);
  let piece = booked.length === 0 ? 0 : pieceAt(local, booked[0] ?? 0);
  for (let pair = 0; pair < booked.length; pair += 2) {
    const [start, end] = [booked[pair] ?? 0, booked[pair + 1] ?? 0];
    while (piece < days.length - 1 && (ends[piece] ?? 0) <= start) piece += 1;
    for (let each = piece; each < days.length && (starts[each] ?? 0) < end; each += 1)
      worked[each] = (worked[each] ?? 0) + overlap(start, end, starts[each] ?? 0, ends[each] ?? 0);
  }
  return worked;
}

const overlap = (start: number, end: number, from: number, until: number): number =>
  Math.max(0, Math.min(end, until) - Math.max(start, from));

interface DayLeft {
  readonly start: number;
  readonly end: number;
  /** Minutes of it that duty still allows. */
  readonly left: number;
}

/** Takes out the starts of which more minutes would lie on a day than are left. Only those near it can be. */
function forbidBySum(
  bits: Bits,
  frame: Frame,
  before: MinutesBefore,
  { start, end, left }: DayLeft,
  meter: Meter,
): void {
  const { first, grid, count } = frame;
  const from = Math.max(0, Math.floor((start - before.length - first) / grid));
  const until = Math.min(count - 1, Math.ceil((end - first) / grid));
  if (until < from) return;
  meter.take(weights.look * (until - from + 1));
  for (let index = from; index <= until; index += 1) {
    if (!has(bits, index)) continue;
    const begin = startAt(frame, index);
    if (minutesWithin(before, start - begin, end - begin) > left) remove(bits, index);
  }
}
