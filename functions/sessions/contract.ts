import * as z from 'zod';
import { role, staffRoles } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { id } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { zoneName } from '../shared/values/zones.ts';

const sessionParams = z.strictObject({ sessionId: id });

/** The gates on a session's door. Each is opened by its own capability, and each has a role whose turn it is. */
export const gateNames = ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter'] as const;
export const gateName = z.enum(gateNames);
/** `missing`: not there yet. `refused`: decided against; the session stays closed unless it is decided anew. */
export const gateState = z.enum(['missing', 'open', 'refused']);

export const openPoint = z.strictObject({ gate: gateName, state: gateState, turn: role });

/** Local wall time `YYYY-MM-DDTHH:mm`; the zone says where, the offset which one when it comes twice. */
const localTime = z.string().max(19);
const offset = z.string().regex(/^[+-]\d{2}:\d{2}$/);
/** Minutes; 5 minutes to 12 hours. */
const minutes = z.number().int().min(5).max(720);

/** One seat's time, as far as the viewer may know it. */
export const seatTime = z.strictObject({
  seat: role,
  pseudonym: z.string().optional(),
  label: z.string().optional(),
  /** Whether that person or thing is free; absent once the session is booked. */
  availability: z.enum(['available', 'booked']).optional(),
  /** Absent where the viewer must not know: the row then says available or not, and nothing more. */
  time: z.strictObject({ zone: z.string(), local: z.string(), offset: z.string() }).optional(),
  /** True when that seat's calendar date differs from the venue's. */
  dateDiffers: z.boolean().optional(),
});

/** Who fills which seat; the prosecutor's own seat and the witness's come from the case. */
const seats = {
  clerk: id,
  supportOfficer: id,
  interpreter: id,
} as const;

export const previewQuery = z.strictObject({
  caseId: id,
  local: localTime,
  zone: zoneName,
  offset: offset.optional(),
  minutes: z.coerce.number().pipe(minutes),
  ...seats,
});

export const previewSession = route({
  method: 'GET',
  path: '/api/sessions/preview',
  summary: 'What a time would mean for each seat: local time, weekday, offset, free or not. Changes nothing.',
  who: ['prosecutor', 'clerk'],
  query: previewQuery,
  answer: z.strictObject({ start: instant, end: instant, seats: z.array(seatTime) }),
  refusals: ['time-does-not-exist', 'time-is-ambiguous', 'time-not-possible', 'person-not-suitable'],
});

export const bookSession = route({
  method: 'POST',
  path: '/api/sessions',
  summary: 'Books an interview: every seat and the session at once, or nothing.',
  who: ['prosecutor'],
  params: z.strictObject({}),
  body: z.strictObject({
    caseId: id,
    kind: z.enum(['interview']),
    local: localTime,
    zone: zoneName,
    offset: offset.optional(),
    minutes,
    seats: z.strictObject(seats),
  }),
  answer: z.strictObject({ sessionId: id }),
  status: 201,
  refusals: [
    'time-does-not-exist',
    'time-is-ambiguous',
    'time-not-possible',
    'person-not-suitable',
    'already-booked',
  ],
});

export const sessionStatus = z.enum(['booked', 'ready', 'ended', 'cancelled']);

export const sessionRow = z.strictObject({
  sessionId: id,
  caseId: id,
  kind: z.enum(['interview']),
  status: sessionStatus,
  start: instant,
  end: instant,
  /** The venue: its wall time is the intent. */
  venue: z.strictObject({ zone: z.string(), local: z.string(), offset: z.string(), zoneTable: z.string() }),
});

export const sessionsQuery = z.strictObject({ caseId: id });

export const listSessions = route({
  method: 'GET',
  path: '/api/sessions',
  summary: 'The sessions of a case, soonest first.',
  who: staffRoles,
  query: sessionsQuery,
  answer: z.strictObject({ sessions: z.array(sessionRow) }),
});

export const readSession = route({
  method: 'GET',
  path: '/api/sessions/:sessionId',
  summary: 'One session: times per seat, and each open point with whose turn it is.',
  who: staffRoles,
  params: sessionParams,
  answer: sessionRow.extend({
    /** The rooms admit people from and until these instants. */
    opensAt: instant,
    closesAt: instant,
    seats: z.array(seatTime),
    gates: z.array(openPoint),
    mySeat: role.optional(),
  }),
});

export const nameAttendingOfficer = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/attending-officer',
  summary: 'Names the attending officer of the host State and books the officer’s time.',
  who: ['central-authority'],
  params: sessionParams,
  body: z.strictObject({ personId: id }),
  answer: z.strictObject({ gates: z.array(openPoint) }),
  status: 201,
  refusals: ['person-not-suitable', 'already-booked', 'changed-meanwhile', 'room-ended'],
});

export const cancelSession = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/cancellation',
  summary: 'Cancels the session: its door closes for good and everyone’s time is free again.',
  who: ['prosecutor'],
  params: sessionParams,
  body: z.strictObject({
    reason: z.enum(['not-needed', 'witness-unwell', 'not-permitted', 'other-date', 'other']),
  }),
  answer: z.strictObject({ status: sessionStatus }),
  status: 201,
  refusals: ['room-ended'],
});
