import type { Instant } from '../../shared/values/instants.ts';
import { localOf, resolveLocal, zoneTableVersion, type LocalResolution } from '../../shared/values/zones.ts';
import { endOf, type SessionDay, type SessionTime } from '../port/session-time.ts';

/** What moves when a State changes its clocks: the rule. */

/** How the clocks of the world run, by one release of the zone table. */
export interface Clocks {
  readonly version: string;
  readonly resolve: (zone: string, local: string) => LocalResolution;
  readonly offset: (zone: string, at: Instant) => string;
}

/** By the table that this program carries. */
export const ourClocks: Clocks = {
  version: zoneTableVersion,
  resolve: resolveLocal,
  offset: (zone, at) => localOf(zone, at).offset,
};

export type Retiming =
  /** These clocks give the same instants. */
  | { readonly kind: 'same'; readonly time: SessionTime }
  /** The same wall time at the venue is another instant now. */
  | { readonly kind: 'moves'; readonly time: SessionTime }
  /** A day's wall time does not exist any more: somebody has to decide what is meant. */
  | { readonly kind: 'lost'; readonly local: string };

/**
 * What a session comes to when other rules of clocks hold than those by which it was booked. The wall time at the venue is
 * what was meant, for every day of it; whoever is elsewhere follows the instant. Of a wall time that comes twice now, the
 * offset that was in force decides, and where it is neither, the first.
 */
export function retimed({ venue, days, start, end }: SessionTime, clocks: Clocks): Retiming {
  const after: SessionDay[] = [];
  for (const day of days) {
    const at = instantIn(clocks, venue.zone, day);
    if (at === undefined) return { kind: 'lost', local: day.local };
    after.push({ ...day, start: at, offset: clocks.offset(venue.zone, at) });
  }
  const [first] = after;
  const last = after.at(-1);
  const same = after.every((day, index) => day.start === days[index]?.start);
  const offset = first?.offset ?? venue.offset;
  const time: SessionTime = {
    start: first?.start ?? start,
    end: last === undefined ? end : endOf(last),
    venue: { ...venue, offset, zoneTable: clocks.version },
    days: after,
  };
  return { kind: same ? 'same' : 'moves', time };
}

function instantIn(clocks: Clocks, zone: string, { local, offset }: SessionDay): Instant | undefined {
  const found = clocks.resolve(zone, local);
  if (found.kind === 'unique') return found.instant;
  if (found.kind === 'nonexistent') return undefined;
  return found.instants.find((at) => clocks.offset(zone, at) === offset) ?? found.instants[0];
}
