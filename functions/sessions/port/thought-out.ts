import type * as z from 'zod';
import { Refusal } from '../../shared/refusals.ts';
import type { CaseFile } from '../../cases/port/membership.ts';
import type { previewQuery } from '../contract.ts';
import { kinds } from './kinds.ts';
import { resolveTime, type Segment, type WantedTime } from './session-time.ts';
import { bookingsOf } from './bookings.ts';

type Asked = z.output<typeof previewQuery>;

/**
 * What would be booked: when, and who and what, as far as anybody was chosen.
 * @throws {Refusal} those of `resolveTime` and `bookingsOf`
 */
export const thoughtOut = (asked: Asked, file: CaseFile, now: Date) => ({
  time: resolveTime(wantedTime(asked), now),
  bookings: bookingsOf(asked.kind, bookerOf(asked, file), asked, asked.rooms, false),
});

/**
 * By whom it would be booked: a prosecutor looks for herself, others for the prosecutor who runs the case.
 * @throws {Refusal} `not-your-role` for a confidential kind that the one who asks may not book
 */
function bookerOf({ kind }: Asked, { case: { openedBy }, self }: CaseFile) {
  const { bookedBy, confidential } = kinds[kind];
  if (bookedBy.some((role) => role === self.role)) return self;
  const [role] = bookedBy;
  if (confidential || role === undefined) throw new Refusal('not-your-role');
  return { personId: openedBy, role };
}

/** @throws {Refusal} `segments-not-possible` where nothing is left between the time with her before and after */
function wantedTime({ pre, post, minutes, moreDays, local, zone, offset }: Asked): WantedTime {
  const main = minutes - (pre ?? 0) - (post ?? 0);
  if (main < 5)
    throw new Refusal('segments-not-possible', {}, [
      { pointer: '/minutes', message: 'Before and after leave no time for the session itself.' },
    ]);
  const segments: Segment[] = [
    ...(pre === undefined ? [] : [{ kind: 'pre' as const, at: 0, minutes: pre }]),
    { kind: 'main', at: pre ?? 0, minutes: main },
    ...(post === undefined ? [] : [{ kind: 'post' as const, at: minutes - post, minutes: post }]),
  ];
  return { local, zone, offset, minutes, segments, moreDays: moreDays?.map(dayOf) };
}

/** A wall time that may have its offset, as an address carries it. */
export const dayOf = (text: string) => {
  const offset = /[+-]\d{2}:\d{2}$/.exec(text.slice(16))?.[0];
  return { local: text.slice(0, text.length - (offset?.length ?? 0)), offset };
};
