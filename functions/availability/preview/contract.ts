import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { id } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { proposal } from '../../sessions/proposal/contract.ts';
import { oneRoom, seatTime } from '../../sessions/contract.ts';

const availability = z.enum(['available', 'booked']);

/** What one day would mean. */
const previewDay = z.strictObject({
  start: instant,
  end: instant,
  seats: z.array(seatTime),
  rooms: z.array(z.strictObject({ roomId: id, availability })),
});

export const previewSession = route({
  method: 'POST',
  reads: true,
  path: '/api/availability/preview',
  summary: 'What a time would mean for each seat: local time, weekday, offset, free or not. Changes nothing.',
  entered: 'search',
  who: ['prosecutor', 'clerk', 'support-officer', 'central-authority', 'judge'],
  body: proposal,
  answer: previewDay.extend({ moreDays: z.array(previewDay), oneRoom }),
  refusals: [
    'not-found',
    'unknown-zone',
    'time-does-not-exist',
    'time-is-ambiguous',
    'time-not-possible',
    'segments-not-possible',
    'person-not-suitable',
    'conflict-declared',
    'case-not-taken',
    'room-not-suitable',
    'seats-not-possible',
    'too-many-searches',
  ],
});
