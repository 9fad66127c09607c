import * as z from 'zod';
import { role } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { id } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { chasedGates } from '../sessions/port/gates.ts';
import { days, minutes, proposal, zone } from '../sessions/proposal/contract.ts';
import { previewSession } from '../availability/preview/contract.ts';

/**
 * Why somebody is written to. `release`: taken out of a session that goes on. `clock-change`: the reader's clocks change
 * before the session. `clock-rules`: a new release of the zone table gives the reader another wall time for the same
 * instant. `your-turn`: something has come to wait for the reader; `gate-missing`: it still does. `halted`: something was decided
 * without which it does not take place; `resumed`: that was taken back. `task`: somebody of the case has to do something that is of
 * no session; `task-due`: it is not done yet. What is missing goes to whoever has to see to it.
 */
export const noticeKinds = [
  'confirmation',
  'change',
  'cancellation',
  'release',
  'reminder',
  'clock-change',
  'clock-rules',
  ...chasedGates.map(({ chase }) => chase),
  'room-missing',
  'your-turn',
  'gate-missing',
  'halted',
  'resumed',
  'task',
  'task-due',
] as const;
export const noticeKind = z.enum(noticeKinds);

/**
 * `planned`: due later. `waiting`: being sent, or tried again. `returned`: it came back, or the reader’s mail service
 * refused it. `failed`: given up after several tries. `unreachable`: no address is known. The last three mean that
 * somebody must tell the person in another way.
 */
export const noticeState = z.enum(['planned', 'waiting', 'sent', 'returned', 'failed', 'unreachable']);

/** One message to one seat, worded for whoever looks at it. */
const words = {
  seat: role,
  pseudonym: z.string(),
  kind: noticeKind,
  /** The role of the officer who passes it on; absent where it goes to the seat itself. */
  through: role.optional(),
  subject: z.string(),
  text: z.string(),
} as const;

export const noticeRow = z.strictObject({
  ...words,
  state: noticeState,
  /** When it was or will be due. */
  dueAt: instant,
  sentAt: instant.optional(),
});

export const listNotices = route({
  method: 'GET',
  path: '/api/notices',
  summary: 'What was and will be sent about a session: to which seat, when, and what it says.',
  entered: 'case',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
    'judge',
  ],
  query: z.strictObject({ sessionId: id }),
  answer: z.strictObject({ notices: z.array(noticeRow) }),
  refusals: ['not-found'],
});

/** A change of a session that is only thought of. */
const thoughtOf = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('cancellation') }),
  z.strictObject({ what: z.literal('move'), zone, days }),
  /** Of the main part of each day. */
  z.strictObject({ what: z.literal('length'), minutes }),
]);

export const previewNotices = route({
  method: 'POST',
  reads: true,
  path: '/api/notices/preview',
  summary: 'What would be sent if the session were moved or cancelled now. Changes nothing, sends nothing.',
  entered: 'case',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
    'judge',
  ],
  body: z.strictObject({ sessionId: id, change: thoughtOf }),
  answer: z.strictObject({ notices: z.array(z.strictObject({ ...words, dueAt: instant })) }),
  refusals: [
    'not-found',
    'room-ended',
    'unknown-zone',
    'time-does-not-exist',
    'time-is-ambiguous',
    'time-not-possible',
    'segments-not-possible',
  ],
});

export const previewOfBooking = route({
  method: 'POST',
  reads: true,
  path: '/api/notices/preview/booking',
  summary:
    'What would be sent if a session were booked now, at once and later. Changes nothing, sends nothing.',
  entered: 'case',
  who: previewSession.who,
  body: proposal,
  answer: z.strictObject({
    /** In the order in which they are due. An interpreter who joins the case with the booking has no pseudonym yet. */
    notices: z.array(z.strictObject({ ...words, pseudonym: z.string().optional(), dueAt: instant })),
  }),
  refusals: previewSession.refusals ?? [],
});
