/** A trial that takes several sessions: a series, shown, moved and cancelled as one. */
import * as z from 'zod';
import { role } from '../../shared/access/roles.ts';
import { route } from '../../shared/http/contract.ts';
import { refusalCode } from '../../shared/refusals.ts';
import { id } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { runs } from '../booking/contract.ts';
import { cancellationReason, sessionParams, sessionRow } from '../contract.ts';
import { overrides } from '../proposal/contract.ts';

/** Sessions of one series at the most: of five days each, a hundred days. */
export const mostInSeries = 20;

export const mostDaysOfShift = 366;

/** Days by which all sessions move on the venue's wall clock; earlier, where it is less than nothing. */
const shiftDays = z.int().min(-mostDaysOfShift).max(mostDaysOfShift);

/** What a shift has not done yet: a session that is still where it was. */
const waiting = z.strictObject({
  sessionId: id,
  /** The wall time at its venue at which it is to begin. */
  to: z.string(),
});

export const readSeries = route({
  method: 'GET',
  path: '/api/sessions/:sessionId/series',
  summary: 'The sessions of the series that this one is of, soonest first; of no series, it alone.',
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
  params: sessionParams,
  answer: z.strictObject({
    series: id.optional(),
    sessions: z.array(sessionRow),
    /** A shift that is not done to its end: by how many days, and which sessions still wait for it. */
    shift: z.strictObject({ byDays: z.int(), waiting: z.array(waiting).min(1) }).optional(),
  }),
});

export const joinSeries = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/series',
  summary:
    'Adds a session of the same case to the series of this one, which begins with it if there is none.',
  who: runs,
  params: sessionParams,
  body: z.strictObject({ with: id }),
  answer: z.strictObject({ series: id }),
  status: 201,
  refusals: ['does-not-fit', 'room-ended', 'hold-over'],
});

export const leaveSeries = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/series/departure',
  summary: 'Takes this session out of its series; when it is stays as it is.',
  who: runs,
  params: sessionParams,
  body: z.strictObject({}),
  answer: z.strictObject({}),
  status: 201,
});

/** Why a session stays as it was. */
export const reason = z.strictObject({
  sessionId: id,
  code: refusalCode,
  /** Whose time it is that is taken. */
  seat: z.enum([...role.options, 'room']).optional(),
  /** The nearest starts that could be had, as wall times at the venue. */
  alternatives: z.array(z.strictObject({ local: z.string(), offset: z.string() })).optional(),
});

/** How it went with each session, each in a transaction of its own. */
const shifted = z.strictObject({
  moved: z.array(z.strictObject({ sessionId: id, start: instant, end: instant })),
  notMoved: z.array(reason),
});

export const shiftSeries = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/series/shift',
  summary:
    'Moves every session of the series that is still to come by so many days, at the same wall time; says of each that could not be moved why.',
  who: runs,
  params: sessionParams,
  body: z.strictObject({ byDays: shiftDays, overrides }),
  answer: shifted,
  status: 201,
  refusals: ['changed-meanwhile', 'does-not-fit'],
});

export const restOfShift = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/series/rest',
  summary: 'Tries again to move what a shift could not move, or leaves it where it is.',
  who: runs,
  params: sessionParams,
  body: z.strictObject({ what: z.enum(['try', 'leave']), overrides }),
  answer: shifted,
  status: 201,
});

export const cancelSeries = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/series/cancellation',
  summary:
    'Cancels every session of the series that is not over; says of each that could not be cancelled why.',
  who: runs,
  params: sessionParams,
  body: z.strictObject({ reason: cancellationReason }),
  answer: z.strictObject({ cancelled: z.array(id), notCancelled: z.array(reason) }),
  status: 201,
});

export const confirmSeries = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/series/confirmation',
  summary: 'Books every session of the series that is only held; says of each that could not be booked why.',
  who: runs,
  params: sessionParams,
  body: z.strictObject({}),
  answer: z.strictObject({ booked: z.array(id), notBooked: z.array(reason) }),
  status: 201,
});
