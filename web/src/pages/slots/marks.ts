import { epochMs, instantOf } from '../../../../functions/shared/values/instants.ts';
import { localOf } from '../../../../functions/shared/values/zones.ts';
import { addDays, daysBetween, instantAt } from '../../parts/local-day.ts';
import type { Answer } from './widen.ts';

/** Where things lie in a picture of time. All moments are milliseconds since 1970-01-01T00:00Z. */

export interface Shown {
  readonly from: number;
  readonly until: number;
}

/** From a moment to another. */
export type Stretch = readonly [from: number, until: number];

type Bands = Answer['bands'];

const minute = 60_000;

/** The share of the picture that lies before a moment, 0 to 1. */
export const place = ({ from, until }: Shown, at: number): number =>
  Math.min(1, Math.max(0, (at - from) / (until - from)));

const clipped = ({ from, until }: Shown, stretches: readonly Stretch[]): Stretch[] =>
  stretches.flatMap(([start, end]) =>
    start < until && end > from ? [[Math.max(start, from), Math.min(end, until)] as const] : [],
  );

/** The nights of a zone, 20:00 to 07:00 on its own clock. */
export function nightsIn(zone: string, shown: Shown): Stretch[] {
  const days = daysBetween(zone, instantOf(shown.from - 24 * 60 * minute), instantOf(shown.until));
  const nights = days.map(({ day }): Stretch => [
    epochMs(instantAt(zone, day, '20:00')),
    epochMs(instantAt(zone, addDays(day, 1), '07:00')),
  ]);
  return clipped(shown, nights);
}

/** The midnights of a zone that are shown. */
export const midnightsIn = (zone: string, shown: Shown): number[] =>
  daysBetween(zone, instantOf(shown.from), instantOf(shown.until))
    .map(({ start }) => start)
    .filter((start) => start > shown.from);

/** The time in which a session can lie that begins at one of the possible starts. */
export const freeTime = (bands: Bands, { at, minutes }: { at: number; minutes: number }, shown: Shown) =>
  joined(
    clipped(
      shown,
      bands.map(({ first, last }): Stretch => [
        epochMs(first) + at * minute,
        epochMs(last) + (at + minutes) * minute,
      ]),
    ),
  );

/** Stretches that touch made one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const [from, until] of stretches.toSorted((one, other) => one[0] - other[0])) {
    const last = found.at(-1);
    if (last !== undefined && from <= last[1]) found.splice(-1, 1, [last[0], Math.max(last[1], until)]);
    else found.push([from, until]);
  }
  return found;
}

export const isPossible = (bands: Bands, at: number): boolean =>
  bands.some(({ first, last }) => epochMs(first) <= at && at <= epochMs(last));

/** A moment on the grid, counted as the search counts it: from 1970. */
export const onGrid = (at: number, grid: number): number => Math.round(at / (grid * minute)) * grid * minute;

export const nextOnGrid = (at: number, grid: number): number =>
  Math.ceil(at / (grid * minute)) * grid * minute;

/** The possible start next to a moment, whatever it is. */
export function nearestPossible(bands: Bands, at: number): number | undefined {
  let best: number | undefined;
  for (const { first, last } of bands) {
    const near = Math.min(Math.max(at, epochMs(first)), epochMs(last));
    if (best === undefined || Math.abs(near - at) < Math.abs(best - at)) best = near;
  }
  return best;
}

/** The first start of the next stretch of possible starts; with -1, the last of the stretch before. */
export function nextStretch(bands: Bands, at: number, way: 1 | -1): number | undefined {
  const edges = way === 1 ? bands.map(({ first }) => epochMs(first)) : bands.map(({ last }) => epochMs(last));
  const beyond = edges.filter((edge) => (way === 1 ? edge > at : edge < at));
  return beyond.length === 0 ? undefined : way === 1 ? Math.min(...beyond) : Math.max(...beyond);
}

/** A start for the keys that move it: a step of the grid, a day by the wall clock, the ends of what is shown. */
export function movedBy(
  key: string,
  at: number,
  { grid, zone, shown }: { readonly grid: number; readonly zone: string; readonly shown: Shown },
): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at + grid * minute;
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - grid * minute;
    case 'PageUp':
      return daysOn(at, zone, 1);
    case 'PageDown':
      return daysOn(at, zone, -1);
    case 'Home':
      return shown.from;
    case 'End':
      return shown.until - grid * minute;
    default:
      return undefined;
  }
}

/** The same wall time some days on, though clocks change between. */
export function daysOn(at: number, zone: string, days: number): number {
  const { local } = localOf(zone, instantOf(at));
  return epochMs(instantAt(zone, addDays(local.slice(0, 10), days), local.slice(11, 16)));
}
