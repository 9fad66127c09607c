import * as z from 'zod';
import { instant } from '../shared/values/instants.ts';
import { Refusal } from '../shared/refusals.ts';
import { device } from './contract.ts';

/**
 * What one seat does that is no step of the room: it arrives, and it asks for passes and tickets. It stands in an item of the seat's own,
 * so that however often a seat comes, nobody but that seat waits for it.
 */

/** Milliseconds of one window of counting. */
const windowMilliseconds = 60_000;
/** Milliseconds for which the clerk sees that a seat asked too often. */
const shownMilliseconds = 2 * windowMilliseconds;

/**
 * How often in a window. A page asks for one pass each time the room is replaced and each time its line breaks, and waits
 * longer after each that fails: fourteen in a bad minute. Somebody arrives once for each look at their devices, and once
 * more after a reload; a hand goes up and down a few times in a long answer. A socket lasts for minutes at the least, and a page whose socket does not open waits longer each time.
 */
export const mostUses = { arrivals: 20, passes: 20, tickets: 20, hands: 20, stalls: 20, lines: 20 } as const;
export type Use = keyof typeof mostUses;

export const seatUseItem = z.object({
  sessionId: z.string(),
  /** Of whoever has the seat. */
  pseudonym: z.string(),
  version: z.int(),
  /** The last arrival, and how often the seat had been emptied by then: one that is older than the last time counts no more. */
  arrival: z.object({ device, emptied: z.int() }).optional(),
  windowStart: z.string().optional(),
  arrivals: z.int(),
  passes: z.int(),
  tickets: z.int().default(0),
  hands: z.int().default(0),
  stalls: z.int().default(0),
  lines: z.int().default(0),
  /** Since when a hand is up, and how often the seat had been emptied by then. */
  hand: z.object({ since: instant, emptied: z.int() }).optional(),
  /** The start of the last window in which it asked too often. */
  tooOften: z.string().optional(),
});
export type SeatUse = z.infer<typeof seatUseItem>;

/** At the beginning of a window. */
const nothingUsed = { arrivals: 0, passes: 0, tickets: 0, hands: 0, stalls: 0, lines: 0 };

export const unused = (sessionId: string, pseudonym: string): SeatUse => ({
  sessionId,
  pseudonym,
  version: 0,
  ...nothingUsed,
});

/** The window at this instant: the one that has begun, or a new one. */
function inWindow(seat: SeatUse, now: Date): SeatUse & { readonly windowStart: string } {
  const { windowStart } = seat;
  const lasts = windowStart !== undefined && now.getTime() - Date.parse(windowStart) < windowMilliseconds;
  return lasts ? { ...seat, windowStart } : { ...seat, windowStart: now.toISOString(), ...nothingUsed };
}

/**
 * Counts one use.
 * @throws {Refusal} `asked-too-often` beyond the limit
 */
export function counted(seat: SeatUse, use: Use, now: Date): SeatUse {
  const current = inWindow(seat, now);
  if (current[use] >= mostUses[use]) throw new Refusal('asked-too-often');
  return { ...current, [use]: current[use] + 1 };
}

/** The seat with the sign that it asked too often; undefined where it has that sign in this window already. */
export function withSign(seat: SeatUse, now: Date): SeatUse | undefined {
  const { windowStart } = inWindow(seat, now);
  return seat.tooOften === windowStart ? undefined : { ...seat, tooOften: windowStart };
}

/** Pseudonyms of those of whom the clerk is to see the sign. */
export const askingTooOften = (uses: readonly SeatUse[], now: Date): ReadonlySet<string> =>
  new Set(
    uses
      .filter(
        ({ tooOften }) => tooOften !== undefined && now.getTime() - Date.parse(tooOften) < shownMilliseconds,
      )
      .map(({ pseudonym }) => pseudonym),
  );
