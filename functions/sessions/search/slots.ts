import { offsetAt } from '../../shared/values/zone-rules.ts';
import { rulesOf } from '../../shared/values/zones.ts';
import { has } from './bits.ts';
import { eachGap } from './hours.ts';
import { around, pieceAt } from './local-days.ts';
import { spanOf, type Possible } from './possible.ts';
import { startAt, type Block, type Resource } from './question.ts';
import { bestStarts, type Ranked } from './ranking.ts';
import { canSeatAll, circlesOf, type Circle, type SeatStarts } from './seating.ts';
import { warnings, type Warning } from './warnings.ts';

/** One who can take a seat, with what is to be said of it; nothing where the place is hidden. */
export interface Fit {
  readonly resource: Resource;
  readonly warnings: readonly Warning[];
}

export interface Slot extends Ranked {
  /** Minutes since 1970-01-01T00:00Z, as all times here. */
  readonly start: number;
  readonly end: number;
  /** For each seat of the question: all who fit, those with the fewest warnings first. */
  readonly fits: readonly (readonly Fit[])[];
}

/** The best slots, at most `most`. @param venue the zone from whose date others differ */
export function bestSlots(possible: Possible, venue: string, most: number): Slot[] {
  const circles = circlesOf(possible.seats);
  return bestStarts(possible, most).map((ranked) => slotAt(possible, circles, ranked, venue));
}

function slotAt(possible: Possible, circles: readonly Circle[], ranked: Ranked, venue: string): Slot {
  const start = startAt(possible.frame, ranked.index);
  const fits = possible.seats.map((seat) =>
    fitting(seat, circles, ranked.index)
      .map((resource): Fit => ({
        resource,
        warnings: warningsAt(possible, resource, seat.seat.blocks, start, venue),
      }))
      .sort((one, other) => one.warnings.length - other.warnings.length),
  );
  return { ...ranked, start, end: start + possible.question.minutes, fits };
}

/** The candidates who can take a seat at a start so that everybody else finds one too. */
function fitting(seat: SeatStarts, circles: readonly Circle[], index: number): Resource[] {
  const circle = circles.find((each) => each.seats.includes(seat));
  return seat.seat.candidates.filter((_, candidate) => {
    const bits = seat.free[candidate];
    if (bits === undefined || !has(bits, index)) return false;
    return circle === undefined || canSeatAll(circle, index, { seat: circle.seats.indexOf(seat), candidate });
  });
}

/** What is to be said of a start for one resource; nothing where its place is hidden. */
function warningsAt(
  { almanac, question }: Possible,
  { calendar, holidays, hidden }: Resource,
  blocks: readonly Block[],
  start: number,
  venue: string,
): Warning[] {
  if (hidden === true) return [];
  const { at, end } = spanOf(blocks);
  const local = around(almanac.local(calendar.zone), start + at, start + end);
  const meets = (from: number, until: number) =>
    blocks.some((block) => start + block.at < until && from < start + block.at + block.minutes);
  const said = new Set<Warning>();
  const say = (warning: Warning) => (from: number, until: number) => {
    if (meets(from, until)) said.add(warning);
  };
  eachGap(local, almanac.sociable(calendar), say('unsociable'));
  eachGap(local, almanac.working(calendar), say('outside-hours'));
  for (const [piece, day] of local.days.entries())
    if (holidays.has(day)) say('holiday')(local.starts[piece] ?? 0, local.ends[piece] ?? 0);
  const then = pieceAt(local, start + at);
  if (local.offsets[then] !== offsetAt(rulesOf(calendar.zone), question.now)) said.add('clock-changes');
  const there = almanac.local(venue);
  if (local.days[then] !== there.days[pieceAt(there, start + at)]) said.add('other-date');
  return warnings.filter((warning) => said.has(warning));
}
