import { epochMs, overlaps, type Instant, type Interval } from '../../shared/values/instants.ts';
import type { Resource } from './resource.ts';
import type { Booking } from '../../sessions/port/roster.ts';
import { eachGap, sociableWeek, workingWeek } from '../engine/hours.ts';
import { localDays, type LocalDays } from '../engine/local-days.ts';
import { busyOf } from '../engine/question.ts';
import { clashes, type Reservation } from '../../sessions/port/week-pages.ts';

/**
 * What stands against a time for one person or room: the rules of working time, exact to the millisecond, from what is
 * booked already and what the calendar says. The search (engine/free-starts.ts) goes by the same rules on its grid.
 */

export const findingNames = [
  'clash',
  'changeover',
  'buffer',
  'day-limit',
  'blocked',
  'short-notice',
  'outside-hours',
  'unsociable',
  'holiday',
  'alone-too-long',
] as const;
export type FindingName = (typeof findingNames)[number];

export interface Finding {
  readonly name: FindingName;
  /** The sessions that stand in the way, so that it can be looked up whether they are over. */
  readonly sessions: readonly string[];
}

/** What stands on a resource's calendar. */
export interface TakenAround {
  readonly others: readonly Reservation[];
  /** What the same session took already: no obstacle, but it was worked. */
  readonly own: readonly Reservation[];
}

/** @param around what stands on the resource's calendar around these spans, apart from them */
export function findingsFor(
  resource: Resource,
  spans: readonly Interval[],
  { others, own }: TakenAround,
  now: Date,
): readonly Finding[] {
  const { workingTime, binds, duty, dutyZone = workingTime.zone } = resource;
  return [
    ...byTaken(spans, others, resource),
    ...(duty === undefined ? [] : dayLimit(dutyZone, duty.dayMinutes, spans, [...others, ...own])),
    ...(binds ? byWorkingTime(resource, spans, now) : []),
  ];
}

/** Minutes kept free between two sessions: the longer of what the one needs after it and the other before it. */
const between = ({ workingTime, binds }: Resource): number =>
  binds ? Math.max(workingTime.bufferBefore, workingTime.bufferAfter) : 0;

function byTaken(spans: readonly Interval[], taken: readonly Reservation[], resource: Resource): Finding[] {
  if (taken.length === 0) return [];
  const within = (minutes: number) =>
    sessionsOf(spans.flatMap((span) => clashes(taken, widened(span, minutes))));
  const found: readonly (readonly [FindingName, readonly string[]])[] = [
    ['clash', within(0)],
    ['changeover', within(resource.duty?.changeover ?? 0)],
    ['buffer', within(between(resource))],
  ];
  const told = new Set<string>();
  return found.flatMap(([name, sessions]) => {
    // What clashes is also too near, which need not be said.
    const fresh = sessions.filter((sessionId) => !told.has(sessionId));
    for (const sessionId of fresh) told.add(sessionId);
    return fresh.length === 0 ? [] : [{ name, sessions: fresh }];
  });
}

const sessionsOf = (taken: readonly Reservation[]): string[] => [
  ...new Set(taken.map(({ sessionId }) => sessionId)),
];

const widened = (span: Interval, minutes: number): Interval =>
  minutes === 0 ? span : { start: moved(span.start, -minutes), end: moved(span.end, minutes) };
const moved = (at: Instant, minutes: number): Instant =>
  new Date(epochMs(at) + minutes * 60_000).toISOString() as Instant;

const minuteOf = (at: Instant): number => epochMs(at) / 60_000;

/** The local days around these spans, to the minute. */
function daysAround(zone: string, spans: readonly Interval[]): LocalDays {
  const first = Math.min(...spans.map(({ start }) => minuteOf(start)));
  const last = Math.max(...spans.map(({ end }) => minuteOf(end)));
  return localDays(zone, Math.floor(first) - 2 * 1440, Math.ceil(last) + 2 * 1440);
}

/** The local days that these spans touch, each from its midnight to the next, whatever the clocks did on it. */
export function touchedDays(zone: string, spans: readonly Interval[]): readonly Interval[] {
  if (spans.length === 0) return [];
  const { days, starts, ends } = daysAround(zone, spans);
  const found = new Map<number, { from: number; until: number }>();
  for (const [piece, day] of days.entries()) {
    const [from, until] = [starts[piece] ?? 0, ends[piece] ?? 0];
    found.set(day, { from: found.get(day)?.from ?? from, until });
  }
  return [...found.values()]
    .map(({ from, until }) => ({ start: instantAt(from), end: instantAt(until) }))
    .filter((day) => spans.some((span) => overlaps(day, span)));
}

const instantAt = (minute: number): Instant => new Date(minute * 60_000).toISOString() as Instant;

function dayLimit(
  zone: string,
  dayMinutes: number,
  spans: readonly Interval[],
  taken: readonly Reservation[],
): Finding[] {
  const over = touchedDays(zone, spans).filter((day) => minutesIn(day, [...spans, ...taken]) > dayMinutes);
  if (over.length === 0) return [];
  return [{ name: 'day-limit', sessions: sessionsOf(over.flatMap((day) => clashes(taken, day))) }];
}

/** Minutes of a day that any of these takes, begun ones counted whole; what is taken twice counts once. */
function minutesIn(day: Interval, some: readonly Interval[]): number {
  const stretches = clashes(some, day).map(
    ({ start, end }) =>
      [
        Math.max(Math.floor(minuteOf(start)), minuteOf(day.start)),
        Math.min(Math.ceil(minuteOf(end)), minuteOf(day.end)),
      ] as const,
  );
  let total = 0;
  let covered = 0;
  for (const [start, end] of stretches.toSorted((one, other) => one[0] - other[0])) {
    total += Math.max(0, end - Math.max(start, covered));
    covered = Math.max(covered, end);
  }
  return total;
}

function byWorkingTime(
  { workingTime, holidays }: Resource,
  spans: readonly Interval[],
  now: Date,
): Finding[] {
  if (spans.length === 0) return [];
  const said = new Set<FindingName>();
  const { blocks, bufferBefore, bufferAfter, notice, zone } = workingTime;
  for (const { start, end } of spans) {
    // Whoever blocked the time keeps no buffer, but the session keeps its own.
    const needed = { start: moved(start, -bufferBefore), end: moved(end, bufferAfter) };
    if (clashes(blocks, { start, end }).length > 0) said.add('blocked');
    else if (clashes(blocks, needed).length > 0) said.add('buffer');
  }
  const first = spans[0]?.start ?? '';
  if (first < moved(now.toISOString() as Instant, notice)) said.add('short-notice');
  const local = daysAround(zone, spans);
  const minutes = spans.map(({ start, end }) => [minuteOf(start), minuteOf(end)] as const);
  const say = (name: FindingName) => (from: number, until: number) => {
    if (minutes.some(([start, end]) => from < end && start < until)) said.add(name);
  };
  // A day off is taken like a blocked time: that it lies outside the hours of the week too need not be said.
  const { off, ...week } = workingWeek(workingTime);
  eachGap(local, { ...week, off: new Set() }, say('outside-hours'));
  eachGap(local, sociableWeek(workingTime), say('unsociable'));
  for (const [piece, day] of local.days.entries()) {
    const [from, until] = [local.starts[piece] ?? 0, local.ends[piece] ?? 0];
    if (off.has(day)) say('blocked')(from, until);
    if (holidays.has(day)) say('holiday')(from, until);
  }
  return findingNames.filter((name) => said.has(name)).map((name) => ({ name, sessions: [] }));
}

/** All time that the rules look at for these spans, so that the pages it lies on can be held. */
export function reachOf(resource: Resource, spans: readonly Interval[]): readonly Interval[] {
  const { workingTime, duty, dutyZone = workingTime.zone } = resource;
  const minutes = Math.max(between(resource), duty?.changeover ?? 0);
  return [
    ...spans.map((span) => widened(span, minutes)),
    ...(duty === undefined ? [] : touchedDays(dutyZone, spans)),
  ];
}

/** Minutes: more than any buffer, any changeover, and the longest local day. */
const farthest = 26 * 60;
const longestBuffer = 480;

/** The same before anything is known of the calendar, and so at least as wide. */
export const possibleReach = ({ seat }: Booking, spans: readonly Interval[]): readonly Interval[] =>
  spans.map((span) =>
    widened(span, seat === 'interpreter' ? farthest : seat === 'witness' ? 0 : longestBuffer),
  );

/** Stretches of these intervals in whole minutes, rounded outwards, as the search takes them. */
export const busyMinutes = (taken: readonly Interval[]) =>
  busyOf(taken.map(({ start, end }) => [Math.floor(minuteOf(start)), Math.ceil(minuteOf(end))] as const));
