/** How a session begins, and that it is called off. */
import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { id } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { proposal } from '../proposal/contract.ts';
import { cancellationReason, oneRoom, sessionParams, sessionStatus } from '../contract.ts';

/** Whoever runs sessions of one kind or another; of which, kinds.ts says. */
export const runs = ['prosecutor', 'support-officer', 'central-authority', 'clerk', 'judge'] as const;

export const timeRefusals = [
  'unknown-zone',
  'time-does-not-exist',
  'time-is-ambiguous',
  'time-not-possible',
  'segments-not-possible',
] as const;

export const calendarRefusals = [
  'case-closed',
  'already-booked',
  'duty-limit',
  'override-needed',
  'conflict-declared',
  'case-not-taken',
  'too-much-taken',
] as const;

export const bookSession = route({
  method: 'POST',
  path: '/api/sessions',
  summary: 'Books or holds a session: every seat, every room and the session at once, or nothing.',
  who: runs,
  body: proposal.extend({
    /** Minutes for which the time is only held; then it is free again, unless it was confirmed. */
    holdMinutes: z
      .number()
      .int()
      .min(5)
      .max(14 * 24 * 60)
      .optional(),
  }),
  answer: z.strictObject({
    sessionId: id,
    heldUntil: instant.optional(),
    /** Absent where everybody who has a seat may be in the room. */
    oneRoom: oneRoom.optional(),
  }),
  status: 201,
  refusals: [
    'not-found',
    ...timeRefusals,
    ...calendarRefusals,
    'person-not-suitable',
    'room-not-suitable',
    'seats-not-possible',
  ],
});

export const cancelSession = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/cancellation',
  summary: 'Cancels the session: its door closes and everyone’s time is free again.',
  who: runs,
  params: sessionParams,
  body: z.strictObject({
    reason: cancellationReason,
  }),
  answer: z.strictObject({ status: sessionStatus }),
  status: 201,
  refusals: ['room-ended'],
});

export const confirmSession = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/confirmation',
  summary: 'Makes a hold a booking, as long as it still holds.',
  who: runs,
  params: sessionParams,
  body: z.strictObject({}),
  answer: z.strictObject({ status: sessionStatus }),
  status: 201,
  refusals: ['hold-over', 'changed-meanwhile', 'room-ended'],
});
