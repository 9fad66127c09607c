import { rulesOf } from '../../shared/values/zones.ts';

/**
 * The local days of a zone over some time, cut where the clocks change: piece `i` is the time from `starts[i]` to
 * `ends[i]` (minutes UTC), in which the wall shows the day `days[i]` and is `offsets[i]` minutes ahead of UTC. Within a
 * piece local and universal time run alike, so whatever is said in wall time is exact here, on days of change too.
 */
export interface LocalDays {
  readonly days: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly offsets: Int32Array;
}

const DAY = 1440;

/** @throws ZoneRefusal `unknown-zone` */
export function localDays(zone: string, from: number, until: number): LocalDays {
  const { changes, offsets } = rulesOf(zone);
  const room = Math.ceil((until - from) / DAY) + 2 * (changes.length + 2);
  const made = {
    days: new Int32Array(room),
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    offsets: new Int32Array(room),
  };
  let size = 0;
  for (let span = 0; span <= changes.length; span += 1) {
    const spanEnd = Math.min(changes[span] ?? until, until);
    let at = Math.max(changes[span - 1] ?? from, from);
    const offset = offsets[span] ?? 0;
    while (at < spanEnd) {
      const day = Math.floor((at + offset) / DAY);
      const end = Math.min((day + 1) * DAY - offset, spanEnd);
      made.days[size] = day;
      made.starts[size] = at;
      made.ends[size] = end;
      made.offsets[size] = offset;
      size += 1;
      at = end;
    }
  }
  return {
    days: made.days.subarray(0, size),
    starts: made.starts.subarray(0, size),
    ends: made.ends.subarray(0, size),
    offsets: made.offsets.subarray(0, size),
  };
}

/** The piece in which a minute lies; the last one that begins at or before it. */
export function pieceAt({ starts }: Pick<LocalDays, 'starts'>, minute: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= minute) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The pieces that some time touches, and no others. */
export function around({ days, starts, ends, offsets }: LocalDays, from: number, until: number): LocalDays {
  const first = pieceAt({ starts }, from);
  const last = pieceAt({ starts }, until - 1) + 1;
  return {
    days: days.subarray(first, last),
    starts: starts.subarray(first, last),
    ends: ends.subarray(first, last),
    offsets: offsets.subarray(first, last),
  };
}

/** ISO: Monday is 1. 1 January 1970 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** `YYYY-MM-DD` as a number of days since 1970-01-01. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(day) / 86_400_000);
