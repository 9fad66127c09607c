import type * as z from 'zod';
import { Refusal } from '../../shared/refusals.ts';
import { addMinutes, minutesBetween, type Instant, type Interval } from '../../shared/values/instants.ts';
import { intendedTime } from '../../shared/values/intended-time.ts';
import { TimeRefusal } from '../../shared/values/time-refusal.ts';
import { localOf } from '../../shared/values/zones.ts';
import type { segment } from '../contract.ts';
import { isNeeded, type Place } from './kinds.ts';

export type Segment = z.infer<typeof segment>;

/** What somebody means by "half past nine in Bangkok, for two hours". */
export interface WantedTime {
  /** Wall time at the venue, `YYYY-MM-DDTHH:mm[:ss]`. */
  readonly local: string;
  readonly zone: string;
  /** Which of the two, where the wall time comes twice. */
  readonly offset?: string | undefined;
  /** Of each day, from the beginning of its first part to the end of its last. */
  readonly minutes: number;
  /** The parts of each day; one main part unless said. */
  readonly segments?: readonly Segment[] | undefined;
  readonly moreDays?: readonly { readonly local: string; readonly offset?: string | undefined }[] | undefined;
}

/** One day of a session: the wall time that is meant, the instant it came to, and the parts counted from there. */
export interface SessionDay {
  readonly local: string;
  readonly offset: string;
  readonly start: Instant;
  readonly segments: readonly Segment[];
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
export function resolveTime(wanted: WantedTime, now: Date): SessionTime {
  const time = resolveDays(wanted);
  if (time.start <= now.toISOString()) throw new Refusal('time-not-possible');
  return time;
}

/** Minutes of one day, all parts together. */
const longestDay = 12 * 60;

/** The same, wherever it lies: for what is booked already. */
export function resolveDays(wanted: WantedTime): SessionTime {
  if (wanted.minutes > longestDay) throw new Refusal('time-not-possible');
  const segments = wanted.segments ?? [{ kind: 'main', at: 0, minutes: wanted.minutes } as const];
  assertSegments(segments, wanted.minutes);
  const first = wallTime(wanted, wanted, '');
  const later = (wanted.moreDays ?? []).map((day, index) => wallTime(wanted, day, `/moreDays/${index}`));
  const days = [first, ...later].map(({ day }) => ({ ...day, segments }));
  assertInOrder(days);
  const { start } = first.day;
  const lastEnd = addMinutes(days.at(-1)?.start ?? start, wanted.minutes);
  if (minutesBetween(start, lastEnd) > longestDays * 24 * 60) throw new Refusal('time-not-possible');
  assertInTable(wanted.zone, lastEnd);
  return { start, end: lastEnd, venue: first.venue, days };
}

interface Placed {
  readonly day: Omit<SessionDay, 'segments'>;
  readonly venue: SessionTime['venue'];
}

function wallTime(
  { zone }: WantedTime,
  { local, offset }: { readonly local: string; readonly offset?: string | undefined },
  at: string,
): Placed {
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
      return new Refusal('invalid-request', {}, [{ pointer: `${at}/offset`, message }]);
    case 'bad-local-time':
    case 'bad-instant':
      return new Refusal('invalid-request', {}, [{ pointer: `${at}/local`, message }]);
  }
}

const order = ['pre', 'main', 'post'];

function assertSegments(segments: readonly Segment[], minutes: number): void {
  const refuse = (pointer: string, message: string) => {
    throw new Refusal('segments-not-possible', {}, [{ pointer, message }]);
  };
  if (segments.filter(({ kind }) => kind === 'main').length !== 1)
    refuse('/segments', 'There must be exactly one main part.');
  for (const [index, { kind, at, needs }] of segments.entries()) {
    // Or somebody could sit in a session that takes none of their time, and be booked for another at that hour.
    if (kind === 'main' && needs !== undefined)
      refuse(`/segments/${index}/needs`, 'The main part needs everybody and every room.');
    const before = segments[index - 1];
    if (before === undefined && at !== 0)
      refuse('/segments/0/at', 'The first part begins the day: its place is 0.');
    if (before === undefined) continue;
    if (order.indexOf(kind) <= order.indexOf(before.kind))
      refuse(`/segments/${index}/kind`, 'The parts come in this order: pre, main, post, each once.');
    if (at < before.at + before.minutes)
      refuse(`/segments/${index}/at`, 'This part begins before the one before it has ended.');
  }
  const last = segments.at(-1);
  if (last !== undefined && last.at + last.minutes !== minutes)
    refuse(
      '/minutes',
      'This must be the minutes from the beginning of the first part to the end of the last.',
    );
}

function assertInOrder(days: readonly SessionDay[]): void {
  for (const [index, day] of days.entries()) {
    const before = days[index - 1];
    if (before !== undefined && day.start < endOf(before))
      throw new Refusal('segments-not-possible', {}, [
        {
          pointer: `/moreDays/${index - 1}/local`,
          message: 'This day begins before the one before it has ended.',
        },
      ]);
  }
}

/** The same instants, set by the wall clock of another zone. @throws as localOf */
export function onClockOf(zone: string, time: SessionTime): SessionTime {
  const days = time.days.map((day) => ({ ...day, ...localOf(zone, day.start) }));
  return { ...time, days, venue: { ...time.venue, zone, ...localOf(zone, time.start) } };
}

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
    if (!(needs === undefined ? isNeeded(kind, place) : needs.includes(place))) continue;
    const last = spans.at(-1);
    if (last !== undefined && last.end === start) spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  return spans;
}

/** From when until when a seat must be there on a day; undefined where that is the whole of it, or no part of it. */
export function neededAt(day: SessionDay, seat: Place): Interval | undefined {
  const spans = spansOf({ days: [day] }, seat);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return first.start === day.start && last.end === endOf(day)
    ? undefined
    : { start: first.start, end: last.end };
}
