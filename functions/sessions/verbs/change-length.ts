import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { sessionLengthChanged } from '../actions.ts';
import { changeTime } from '../changing/change-time.ts';
import type * as contract from '../contract.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import type { Session } from '../model/session.ts';
import { lengthOf, resolveDays, type Segment, type SessionTime } from '../port/session-time.ts';

/** Makes a session shorter or longer, also while it goes on. */
export const changeLength: Handler<typeof contract.changeLength, [KnownHolidays]> = (call, holidays) => {
  const { minutes, overrides } = call.body;
  return changeTime(call, holidays, {
    change: { what: 'length', minutes },
    action: sessionLengthChanged,
    overrides,
    assertMay: ({ door }) => {
      if (door.status === 'cancelled' || door.closesAt <= call.now.toISOString())
        throw new Refusal('room-ended');
    },
    time: (session) => withLength(session, minutes, call.now),
  });
};

/** @throws {Refusal} `time-not-possible` where it would be over already */
function withLength({ days, venue }: Session, minutes: number, now: Date): SessionTime {
  const [first, ...rest] = days;
  if (first === undefined) throw new RangeError('A session without a day.');
  const segments = withMain(first.segments, minutes);
  const time = resolveDays({
    zone: venue.zone,
    local: first.local,
    offset: first.offset,
    minutes: lengthOf({ segments }),
    segments,
    moreDays: rest,
  });
  if (time.end <= now.toISOString()) throw new Refusal('time-not-possible');
  return time;
}

function withMain(segments: readonly Segment[], minutes: number): readonly Segment[] {
  const main = segments.findIndex(({ kind }) => kind === 'main');
  const more = minutes - (segments[main]?.minutes ?? 0);
  return segments.map((segment, index) => {
    if (index < main) return segment;
    return index === main ? { ...segment, minutes } : { ...segment, at: segment.at + more };
  });
}
