import { Refusal } from '../shared/refusals.ts';
import { addMinutes, type Instant } from '../shared/values/instants.ts';
import { intendedTime } from '../shared/values/intended-time.ts';
import { TimeRefusal } from '../shared/values/time-refusal.ts';
import { localOf } from '../shared/values/zones.ts';

/** What somebody means by "half past nine in Bangkok, for two hours". */
export interface WantedTime {
  /** Wall time at the venue, `YYYY-MM-DDTHH:mm[:ss]`. */
  readonly local: string;
  readonly zone: string;
  /** Which of the two, where the wall time comes twice. */
  readonly offset?: string | undefined;
  readonly minutes: number;
}

export interface SessionTime {
  readonly start: Instant;
  readonly end: Instant;
  /** The venue's wall time is the intent; the release of the zone table says by which rules it became an instant. */
  readonly venue: {
    readonly zone: string;
    readonly local: string;
    readonly offset: string;
    readonly zoneTable: string;
  };
}

/**
 * @throws {Refusal} `time-does-not-exist` with the `nearest` wall times that do; `time-is-ambiguous` with both
 * `offsets`; `time-not-possible` in the past or beyond the zone table; `unknown-zone`; `invalid-request` for what is no
 * time at all, or an offset that the place does not have then
 */
export function resolveTime({ local, zone, offset, minutes }: WantedTime, now: Date): SessionTime {
  try {
    const intended = intendedTime(zone, local, offset);
    const { instant: start, tableVersion: zoneTable } = intended;
    if (start <= now.toISOString()) throw new Refusal('time-not-possible');
    const end = addMinutes(start, minutes);
    // The end must lie in the table too, or its wall time could never be shown.
    localOf(zone, end);
    return {
      start,
      end,
      venue: { zone: intended.zone, local: intended.local, offset: intended.offset, zoneTable },
    };
  } catch (error) {
    throw error instanceof TimeRefusal ? refusalOf(error) : error;
  }
}

function refusalOf({ code, choices, message }: TimeRefusal): Refusal {
  switch (code) {
    case 'skipped-time':
      return new Refusal('time-does-not-exist', { nearest: choices });
    case 'repeated-time':
      return new Refusal('time-is-ambiguous', { offsets: choices });
    case 'unknown-zone':
      return new Refusal('unknown-zone', { nearest: choices });
    case 'out-of-table':
      return new Refusal('time-not-possible');
    case 'wrong-offset':
      return new Refusal('invalid-request', {}, [{ pointer: '/offset', message }]);
    case 'bad-local-time':
    case 'bad-instant':
      return new Refusal('invalid-request', {}, [{ pointer: '/local', message }]);
  }
}
