import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { addMinutes, minutesBetween, type Instant, type Interval } from '../../shared/values/instants.ts';
import { intendedTime } from '../../shared/values/intended-time.ts';
import { TimeRefusal } from '../../shared/values/time-refusal.ts';
import { localOf } from '../../shared/values/zones.ts';
import type { Part, ProposedDay, ProposedTime } from './proposal.ts';
import { isNeeded, type Place } from './kinds.ts';

/** One day of a session: the wall time that is meant, the instant it came to, and the parts counted from there. */
export interface SessionDay {
  readonly local: string;
  readonly offset: string;
  readonly start: Instant;
  readonly segments: readonly Part[];
}

export interface SessionTime {
  /** Of the first day's first part. */
  readonly start: Instant;
  /** Of the last day's last part. */
  readonly end: Instant;
  /** The venue's wall time is the intent; the release of the zone table says by which rules it became an instant. */
  readonly venue: {
    readonly zone: string;
    readonly local: string;
    readonly offset: string;
    readonly zoneTable: string;
  };
  readonly days: readonly SessionDay[];
}

/** Days from the start of the first to the end of the last: what is longer is several sessions. */
export const longestDays = 30;

/**
 * @throws {Refusal} `time-does-not-exist` with the `nearest` wall times that do; `time-is-ambiguous` with both
 * `offsets`; `time-not-possible` in the past, beyond the zone table, for a day of
 * more than 12 hours, or over more than 30 days; `segments-not-possible`
 * for parts or days that overlap or come in the wrong order; `unknown-zone`; `invalid-request` for what is no time at
 * all, or an offset that the place does not have then
 */
export function resolveTime(proposed: ProposedTime, now: Date): SessionTime {
  const time = resolveDays(proposed);
  if (time.start <= now.toISOString()) throw new Refusal('time-not-possible');
  return time;
}

/** Minutes of one day, all parts together. */
const longestDay = 12 * 60;

/** The same, wherever it lies: for what is booked already. */
export function resolveDays({ zone, days, parts }: ProposedTime): SessionTime {
  const length = lengthOf({ segments: parts });
  if (length > longestDay) throw new Refusal('time-not-possible');
  assertParts(parts);
  const placed = days.map((day, index) => wallTime(zone, day, `/days/${index}`));
  const [first] = placed;
  if (first === undefined) throw new RangeError('A session without a day.');
  const resolved = placed.map(({ day }) => ({ ...day, segments: parts }));
  assertInOrder(resolved);
  const { start } = first.day;
  const lastEnd = addMinutes(resolved.at(-1)?.start ?? start, length);
  if (minutesBetween(start, lastEnd) > longestDays * 24 * 60) throw new Refusal('time-not-possible');
  assertInTable(zone, lastEnd);
  return { start, end: lastEnd, venue: first.venue, days: resolved };
}

interface Placed {
  readonly day: Omit<SessionDay, 'segments'>;
  readonly venue: SessionTime['venue'];
}

function wallTime(zone: string, { local, offset }: ProposedDay, at: string): Placed {
  return refusing(at, () => {
    const intended = intendedTime(zone, local, offset);
    const { instant: start, tableVersion: zoneTable } = intended;
    return {
      day: { local: intended.local, offset: intended.offset, start },
      venue: { zone: intended.zone, local: intended.local, offset: intended.offset, zoneTable },
    };
  });
}

/**
 * What a wall clock shows at an instant.
 * @throws {Refusal} `time-not-possible` beyond the zone table; `unknown-zone`
 */
export const wallTimeAt = (zone: string, at: Instant) => refusing('', () => localOf(zone, at));

/** The end must lie in the table too, or its wall time could never be shown. */
const assertInTable = wallTimeAt;

function refusing<Value>(at: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw error instanceof TimeRefusal ? refusalOf(error, at) : error;
  }
}

function refusalOf({ code, choices, message }: TimeRefusal, at: string): Refusal {
  const errors = at === '' ? [] : [{ pointer: `${at}/local`, message }];
  switch (code) {
    case 'skipped-time':
      return new Refusal('time-does-not-exist', { nearest: choices }, errors);
    case 'repeated-time':
      return new Refusal('time-is-ambiguous', { offsets: choices }, errors);
    case 'unknown-zone':
      return new Refusal('unknown-zone', { nearest: choices });
    case 'out-of-table':
      return new Refusal('time-not-possible', {}, errors);
    case 'wrong-offset':
      return doesNotFit(`${at}/offset`, message);
    case 'bad-local-time':
    case 'bad-instant':
      return new Refusal('invalid-request', {}, [{ pointer: `${at}/local`, message }]);
  }
}

const order = ['pre', 'main', 'post'];

function assertParts(parts: readonly Part[]): void {
  const refuse = (pointer: string, message: string) => {
    throw new Refusal('segments-not-possible', {}, [{ pointer, message }]);
  };
  if (parts.filter(({ kind }) => kind === 'main').length !== 1)
    refuse('/parts', 'There must be exactly one main part.');
  for (const [index, { kind, at, needs }] of parts.entries()) {
    // Or somebody could sit in a session that takes none of their time, and be booked for another at that hour.
    if (kind === 'main' && needs !== undefined)
      refuse(`/parts/${index}/needs`, 'The main part needs everybody and every room.');
    const before = parts[index - 1];
    if (before === undefined && at !== 0)
      refuse('/parts/0/at', 'The first part begins the day: its place is 0.');
    if (before === undefined) continue;
    if (order.indexOf(kind) <= order.indexOf(before.kind))
      refuse(`/parts/${index}/kind`, 'The parts come in this order: pre, main, post, each once.');
    if (at < before.at + before.minutes)
      refuse(`/parts/${index}/at`, 'This part begins before the one before it has ended.');
  }
}

function assertInOrder(days: readonly SessionDay[]): void {
  for (const [index, day] of days.entries()) {
    const before = days[index - 1];
    if (before !== undefined && day.start < endOf(before))
      throw new Refusal('segments-not-possible', {}, [
        {
          pointer: `/days/${index}/local`,
          message: 'This day begins before the one before it has ended.',
        },
      ]);
  }
}

/** What was proposed of the time of a session that stands. */
export const proposedTimeOf = ({ venue, days }: Pick<SessionTime, 'venue' | 'days'>): ProposedTime => ({
  zone: venue.zone,
  days: days.map(({ local, offset }) => ({ local, offset })),
  parts: days[0]?.segments ?? [],
});

/** Minutes of a day, from the beginning of its first part to the end of its last. */
export const lengthOf = ({ segments }: Pick<SessionDay, 'segments'>): number =>
  Math.max(...segments.map(({ at, minutes }) => at + minutes));

export const endOf = (day: SessionDay): Instant => addMinutes(day.start, lengthOf(day));

/** The parts of a day as instants. */
export const partsOf = ({ start, segments }: SessionDay) =>
  segments.map(({ kind, at, minutes, needs }) => ({
    kind,
    needs,
    start: addMinutes(start, at),
    end: addMinutes(start, at + minutes),
  }));

/**
 * When a seat, or a room, is needed: in order, with parts that follow at once as one stretch, so that nothing has to lie
 * between them.
 */
export function spansOf({ days }: Pick<SessionTime, 'days'>, place: Place): readonly Interval[] {
  const spans: Interval[] = [];
  for (const { kind, needs, start, end } of days.flatMap(partsOf)) {
    if (!needsPlace({ kind, needs }, place)) continue;
    const last = spans.at(-1);
    if (last !== undefined && last.end === start) spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  return spans;
}

/** Whether a part needs a seat, or the rooms. */
export const needsPlace = ({ kind, needs }: Pick<Part, 'kind' | 'needs'>, place: Place): boolean =>
  needs === undefined ? isNeeded(kind, place) : needs.includes(place);

/** From when until when a seat must be there on a day; undefined where that is the whole of it, or no part of it. */
export function neededAt(day: SessionDay, seat: Place): Interval | undefined {
  const spans = spansOf({ days: [day] }, seat);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return first.start === day.start && last.end === endOf(day)
    ? undefined
    : { start: first.start, end: last.end };
}
