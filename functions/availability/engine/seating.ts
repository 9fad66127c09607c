import { has, type Bits } from './bits.ts';
import { weights, type Meter } from './meter.ts';
import type { Seat } from './question.ts';

/** A seat with what is known of its candidates: for each, the starts at which that one could take the seat. */
export interface SeatStarts {
  readonly seat: Seat;
  readonly free: readonly Bits[];
  /** The starts at which anybody could. */
  readonly any: Bits;
}

/**
 * Seats that draw from the same people or rooms, directly or over others. Nobody sits on two seats, so it is not enough
 * that each finds somebody.
 */
export interface Circle {
  readonly seats: readonly SeatStarts[];
  /** For each seat, its candidates as numbers that all seats of the circle share. */
  readonly numbers: readonly (readonly number[])[];
  /** By candidate's number: who holds it, and in which round it was last asked for; room to work in, used anew. */
  readonly holder: Int32Array;
  readonly asked: Int32Array;
}

/** The circles of more than one seat. */
export function circlesOf(seats: readonly SeatStarts[]): Circle[] {
  const circles: SeatStarts[][] = [];
  for (const seat of seats) {
    const ids = new Set(idsOf(seat));
    const touching = circles.filter((circle) =>
      circle.some((other) => idsOf(other).some((id) => ids.has(id))),
    );
    for (const circle of touching) circles.splice(circles.indexOf(circle), 1);
    circles.push([...touching.flat(), seat]);
  }
  return circles.filter(({ length }) => length > 1).map(numbered);
}

const idsOf = ({ seat }: SeatStarts): string[] => seat.candidates.map(({ id }) => id);

function numbered(seats: readonly SeatStarts[]): Circle {
  const numberOf = new Map<string, number>();
  const numbers = seats.map((seat) =>
    idsOf(seat).map((id) => {
      const number = numberOf.get(id) ?? numberOf.size;
      numberOf.set(id, number);
      return number;
    }),
  );
  return { seats, numbers, holder: new Int32Array(numberOf.size), asked: new Int32Array(numberOf.size) };
}

/**
 * Whether all seats of the circle can be taken at this start by different candidates: a matching, found by augmenting
 * paths (Kuhn), which for the few seats of a session is as fast as any.
 * @param fixed a candidate who must have a certain seat, both by their place in the circle
 */
export function canSeatAll(
  circle: Circle,
  index: number,
  meter: Meter,
  fixed?: { readonly seat: number; readonly candidate: number },
): boolean {
  const { seats, numbers, holder, asked } = circle;
  holder.fill(NOBODY);
  asked.fill(0);
  if (fixed !== undefined) {
    if (!isFree(seats[fixed.seat], fixed.candidate, index)) return false;
    // Asked for in every round, so nobody else is given this one.
    asked[numbers[fixed.seat]?.[fixed.candidate] ?? 0] = ALWAYS;
  }
  for (let seat = 0; seat < seats.length; seat += 1)
    if (seat !== fixed?.seat && !place(circle, index, seat, seat + 1, meter)) return false;
  return true;
}

const NOBODY = -1;
const ALWAYS = 2 ** 31 - 1;

/** Gives the seat to a candidate, moving others where need be. */
function place(circle: Circle, index: number, seat: number, round: number, meter: Meter): boolean {
  const { seats, numbers, holder, asked } = circle;
  const candidates = numbers[seat] ?? [];
  for (let candidate = 0; candidate < candidates.length; candidate += 1) {
    const number = candidates[candidate] ?? 0;
    meter.take(weights.rank);
    if ((asked[number] ?? 0) >= round || !isFree(seats[seat], candidate, index)) continue;
    asked[number] = round;
    const held = holder[number] ?? NOBODY;
    if (held !== NOBODY && !place(circle, index, held, round, meter)) continue;
    holder[number] = seat;
    return true;
  }
  return false;
}

function isFree(seat: SeatStarts | undefined, candidate: number, index: number): boolean {
  const bits = seat?.free[candidate];
  return bits !== undefined && has(bits, index);
}
