import type { WorkingTime } from '../../directory/port/working-time.ts';
import { reach } from './free-starts.ts';
import { weights } from './meter.ts';
import { minutesBefore, mostWithin } from './minutes-before.ts';
import { mostFits } from './slots.ts';
import { frameOf, isFirm, isRoom, type Block, type Candidate, type Question, type Seat } from './question.ts';

/**
 * What a question will cost, by what it is made of, before any of it is worked out: in the units of meter.ts, as if every
 * start were possible. What it is told when nothing fits comes beside it, and is ended by the clock.
 */
export function costOf(question: Question, most: number): number {
  const { from, until, grid, minutes, now } = question;
  const { count } = frameOf({ from, until, grid, minutes, now, seats: [] });
  const days = (until - from + 2 * reach) / 1440;
  const frame: Span = { days, count, grid, words: (count + 31) >>> 5 };
  // Seats of one pool ask the same people, and each is looked at once.
  const pools = Map.groupBy(question.seats, ({ candidates }) => candidates);
  return [...pools.values()].reduce((sum, seats) => sum + costOfPool(seats, frame, most), 0);
}

interface Span {
  readonly days: number;
  readonly count: number;
  readonly grid: number;
  readonly words: number;
}

function costOfPool(seats: readonly Seat[], frame: Span, most: number): number {
  const [seat] = seats;
  if (seat === undefined) return 0;
  const { candidates, blocks } = seat;
  const before = minutesBefore(blocks);
  const [longest, span] = [mostWithin(before, 26 * 60), before.length];
  const each = candidates.reduce(
    (sum, candidate) => sum + costOfCandidate(candidate, seat, { longest, span }, frame),
    0,
  );
  const joined = candidates.length * frame.words * weights.word * (1 + 2 * seats.length);
  const ranked = frame.count * weights.rank * seats.length;
  const offered = said(seat, span, most) * seats.length;
  return each + joined + ranked + seated(seats.length, candidates.length, frame, most) + offered;
}

/** Somebody for each of several seats of one pool, at every start; and again for each of those who are offered. */
function seated(seats: number, candidates: number, { count }: Span, most: number): number {
  const offered = Math.min(most, count) * candidates * weights.rank;
  if (seats === 1) return offered;
  const matched = (seats * (seats + 1) * weights.rank) / 2;
  return count * matched + offered * seats * (1 + (seats * seats) / 2);
}

/** What is said of those who are offered: by their days, and by all that is taken. */
function said({ blocks, candidates }: Seat, span: number, most: number): number {
  const taken = candidates.reduce((sum, { booked }) => sum + booked.length / 2, 0) / candidates.length || 0;
  const each = blocks.length * (weights.look * (2 + span / 1440) + weights.strike * taken);
  return most * Math.min(mostFits, candidates.length) * each;
}

interface Lengths {
  /** The most minutes of the session on one day. */
  readonly longest: number;
  /** From its beginning to its end. */
  readonly span: number;
}

function costOfCandidate(
  candidate: Candidate,
  { blocks, loose = {} }: Seat,
  of: Lengths,
  frame: Span,
): number {
  const { workingTime, booked, binds, hidden, holidays } = candidate;
  const hours = gapsIn(workingTime, frame.days);
  const isFree = isFirm(candidate) ? {} : loose;
  const taken = booked.length / 2 + (binds ? workingTime.blocks.length : 0);
  const forbids = binds && isFree.hours !== true && !hidden ? hours : 0;
  const burdens =
    (isRoom(candidate) ? 0 : frame.days * (isAllDay(workingTime.sociable) ? 0 : 1) + holidays.size) +
    (!binds || hidden || isFree.hours === true ? hours : 0) +
    (isFree.buffers === true ? taken : 0);
  return (taken + forbids + burdens) * blocks.length * weights.strike + dutyOf(candidate, blocks, of, frame);
}

const isAllDay = ({ from, until }: { readonly from: string; readonly until: string }): boolean =>
  from === '00:00' && until === '24:00';

const gapsIn = ({ weekly }: WorkingTime, days: number): number =>
  1 + (weekly.filter((hours) => !isAllDay(hours)).length / 7) * days;

/** The days of which somebody’s minutes could be used up, each with the starts near it. */
function dutyOf(
  { duty, booked }: Candidate,
  blocks: readonly Block[],
  { longest, span }: Lengths,
  { days, count, grid }: Span,
): number {
  if (duty === undefined) return 0;
  // On no other day is less left than the session can take of it.
  const busy = booked.reduce((sum, minute, at) => sum + (at % 2 === 0 ? -minute : minute), 0);
  const room = duty.dayMinutes - longest;
  const looked = room <= 0 ? days : Math.min(days, busy / room);
  return (
    looked * (blocks.length === 1 ? weights.strike : weights.look * Math.min(count, (span + 1440) / grid))
  );
}
