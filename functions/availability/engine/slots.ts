import { offsetAt } from '../../shared/values/zone-rules.ts';
import { rulesOf } from '../../shared/values/zones.ts';
import { overrideNames } from '../../shared/values/overrides.ts';
import type { OverrideName } from '../port/overrides.ts';
import { keepsBuffers } from './free-starts.ts';
import { has, isEmpty, type Bits } from './bits.ts';
import { warnings, type Warning } from '../search/contract.ts';
import { eachGap } from './hours.ts';
import { weights, type Meter } from './meter.ts';
import { around, pieceAt } from './local-days.ts';
import { spanOf, type Possible } from './possible.ts';
import { isRoom, startAt, type Block, type Candidate } from './question.ts';
import { bestStarts, type Ranked } from './ranking.ts';
import { canSeatAll, circlesOf, type Circle, type SeatStarts } from './seating.ts';

/** One who can take a seat, with what is to be said of it; nothing where the place is hidden. */
export interface Fit {
  readonly resource: Candidate;
  readonly warnings: readonly Warning[];
  /** The overrides without which the booking is refused. */
  readonly needs: readonly OverrideName[];
}

/** Who can take a seat so that everybody else finds one too. */
export interface Choice {
  /** Whoever may not be known by name is counted here, and nowhere else. */
  readonly count: number;
  /** The best of the others, at most `mostFits`: first those whom it would not burden. */
  readonly best: readonly Fit[];
}
export const mostFits = 12;

export interface Slot extends Ranked {
  /** Minutes since 1970-01-01T00:00Z, as all times here. */
  readonly start: number;
  readonly end: number;
  /** For each seat of the question. */
  readonly choices: readonly Choice[];
}

/**
 * The best slots, at most `most`.
 * @param easy for each seat and each of its candidates, the starts that would burden nobody
 * @param venue the zone from whose date others differ
 */
export function bestSlots(
  possible: Possible,
  easy: readonly (readonly Bits[])[],
  venue: string,
  most: number,
): Slot[] {
  if (isEmpty(possible.starts)) return [];
  const circles = circlesOf(possible.seats);
  return bestStarts(possible, easy, most).map((ranked) => {
    const start = startAt(possible.frame, ranked.index);
    const choices = possible.seats.map((seat, order): Choice => {
      const candidates = fitting(seat, circles, ranked.index, possible.almanac.meter);
      const burdens = (candidate: number) => (isEasy(easy[order]?.[candidate], ranked.index) ? 0 : 1);
      const named = candidates.filter((each) => seat.seat.candidates[each]?.unnamed !== true);
      const best = named.toSorted((one, other) => burdens(one) - burdens(other)).slice(0, mostFits);
      return {
        count: candidates.length,
        best: best.flatMap((candidate) => fitOf(possible, seat, candidate, start, venue)),
      };
    });
    return { ...ranked, start, end: start + possible.question.minutes, choices };
  });
}

const isEasy = (bits: Bits | undefined, index: number): boolean => bits !== undefined && has(bits, index);

/** The candidates who can take a seat at a start, by their place among all. */
function fitting(seat: SeatStarts, circles: readonly Circle[], index: number, meter: Meter): number[] {
  meter.take(weights.rank * seat.free.length);
  const circle = circles.find((each) => each.seats.includes(seat));
  const order = circle?.seats.indexOf(seat) ?? 0;
  return seat.free.flatMap((bits, candidate) => {
    if (!has(bits, index)) return [];
    return circle === undefined || canSeatAll(circle, index, meter, { seat: order, candidate })
      ? [candidate]
      : [];
  });
}

function fitOf(
  possible: Possible,
  { seat }: SeatStarts,
  candidate: number,
  start: number,
  venue: string,
): Fit[] {
  const resource = seat.candidates[candidate];
  if (resource === undefined) return [];
  const said = warningsAt(possible, resource, seat.blocks, start, venue);
  return [{ resource, warnings: said, needs: needsOf(resource, said) }];
}

/** A calendar that nobody set forbids nothing, and of a room nothing is offered that would have to be set aside. */
const needsOf = (resource: Candidate, said: readonly Warning[]): OverrideName[] =>
  !resource.binds || isRoom(resource)
    ? []
    : overrideNames.filter((name) => said.some((warning) => warning === name));

/** What is to be said of a start for one resource; nothing where its place is hidden. */
function warningsAt(
  { almanac, question }: Possible,
  resource: Candidate,
  blocks: readonly Block[],
  start: number,
  venue: string,
): Warning[] {
  const { workingTime, holidays, hidden, binds } = resource;
  if (hidden) return [];
  const { at, end } = spanOf(blocks);
  const local = around(almanac.local(workingTime.zone), start + at, start + end);
  almanac.meter.take(weights.look * blocks.length * local.days.length);
  const meets = (from: number, until: number) =>
    blocks.some((block) => start + block.at < until && from < start + block.at + block.minutes);
  const said = new Set<Warning>();
  const say = (warning: Warning) => (from: number, until: number) => {
    if (meets(from, until)) said.add(warning);
  };
  if (!isRoom(resource)) {
    eachGap(local, almanac.sociable(workingTime), say('unsociable'));
    for (const [piece, day] of local.days.entries())
      if (holidays.has(day)) say('holiday')(local.starts[piece] ?? 0, local.ends[piece] ?? 0);
  }
  eachGap(local, almanac.working(workingTime), say(binds ? 'outside-hours' : 'outside-usual-hours'));
  if (binds) {
    if (start + at < question.now + workingTime.notice) said.add('short-notice');
    if (!keepsBuffers(resource, blocks, start, almanac)) said.add('buffer');
  }
  const then = pieceAt(local, start + at);
  if (local.offsets[then] !== offsetAt(rulesOf(workingTime.zone), question.now)) said.add('clock-changes');
  const there = almanac.local(venue);
  if (local.days[then] !== there.days[pieceAt(there, start + at)]) said.add('other-date');
  return warnings.filter((warning) => said.has(warning));
}
