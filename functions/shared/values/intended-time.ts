import { toDate } from 'date-fns-tz/toDate';
import { instantOf } from './instants.ts';
import type { Instant } from './instants.ts';
import { TimeRefusal } from './time-refusal.ts';
import { canonicalZone, localOf, resolveLocal, zoneTableVersion } from './zones.ts';
import type { ZoneName } from './zones.ts';

/**
 * A wall time that somebody chose, in full: should a State change its clocks later, the wall time is the intent, and
 * the rest tells what was decided with which data.
 */
export interface IntendedTime {
  readonly instant: Instant;
  readonly zone: ZoneName;
  readonly local: string;
  /** In force at that time, such as `+06:30`. */
  readonly offset: string;
  readonly tableVersion: string;
}

/**
 * The one instant that `local` (`YYYY-MM-DDTHH:mm[:ss]`) in `zone` means; `offset` (such as `+11:00`) is needed only
 * for a time that occurs twice, and must be right when given.
 *
 * The table gives the offset; the conversion is done twice, by the table and by date-fns-tz from that offset alone
 * (so its own zone data and the machine's zone play no part), and a booking is not made when they disagree.
 * @throws ZoneRefusal `unknown-zone`; TimeRefusal `bad-local-time`, `out-of-table`, `skipped-time` (choices: the local
 * times as long before and after it that exist), `repeated-time` and `wrong-offset` (choices: offsets)
 */
export function intendedTime(zone: string, local: string, offset?: string): IntendedTime {
  const instant = chosenInstant(zone, local, offset);
  const shown = localOf(zone, instant);
  const again = toDate(local, { timeZone: shown.offset });
  if (instantOf(again.getTime()) !== instant) throw new Error('Two conversions of one local time disagree.');
  return { instant, zone: canonicalZone(zone), ...shown, tableVersion: zoneTableVersion };
}

function chosenInstant(zone: string, local: string, offset: string | undefined): Instant {
  const resolved = resolveLocal(zone, local);
  if (resolved.kind === 'nonexistent') {
    const choices = [localOf(zone, resolved.after).local, localOf(zone, resolved.before).local];
    throw new TimeRefusal(
      'skipped-time',
      `At ${local} the clocks there are put forward, so that time does not exist. Choose ${choices.join(' or ')}.`,
      choices,
    );
  }
  const instants = resolved.kind === 'unique' ? [resolved.instant] : resolved.instants;
  const offsets = instants.map((each) => localOf(zone, each).offset);
  const [only, second] = instants;
  if (offset === undefined && only !== undefined && second === undefined) return only;
  if (offset === undefined) {
    throw new TimeRefusal(
      'repeated-time',
      `At ${local} the clocks there are put back, so that time occurs twice. Say which by its offset from UTC: ${offsets.join(' (earlier) or ')} (later).`,
      offsets,
    );
  }
  const chosen = instants[offsets.indexOf(offset)];
  if (chosen !== undefined) return chosen;
  throw new TimeRefusal(
    'wrong-offset',
    `The offset ${offset.slice(0, 6)} is not in force there at ${local}. Give ${offsets.join(' or ')}, or leave it out.`,
    offsets,
  );
}
