import type { Role } from '../../shared/access/roles.ts';
import type { Interval } from '../../shared/values/instants.ts';
import type { Item, Key } from '../../shared/store/store.ts';
import { parseSession, sessionKey } from '../store.ts';
import { spansOf } from './session-time.ts';

/** The published port of `sessions` on when a seat is booked, day by day. */

export const bookedSpansKey = (sessionId: string): Key => sessionKey(sessionId);

/** Of each day on which the seat is needed, from when until when. @param item what was read of `bookedSpansKey` */
export const bookedSpans = (item: Item | undefined, seat: Role): readonly Interval[] =>
  parseSession(item).days.flatMap((day) => {
    const spans = spansOf({ days: [day] }, seat);
    const [first, last] = [spans[0], spans.at(-1)];
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
