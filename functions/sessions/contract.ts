import * as z from 'zod';
import { role } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { id } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { interpretingMode } from '../shared/values/interpreting.ts';
import { overrideName, overrideNames } from '../shared/values/overrides.ts';
import { days, minutes, overrides, proposal, sessionKind, zone } from './proposal/contract.ts';
import { gateNames } from './port/gates.ts';

const sessionParams = z.strictObject({ sessionId: id });

export const gateName = z.enum(gateNames);
/** `missing`: not there yet. `refused`: decided against; the session stays closed unless it is decided anew. */
export const gateState = z.enum(['missing', 'open', 'refused']);

/** `not-needed`: nobody is heard or visited. A missing room closes no door; it is chased. */
export const roomState = z.enum(['missing', 'booked', 'not-needed']);

export const openPoint = z.strictObject({ gate: gateName, state: gateState, turn: role });

/** One seat's time, as far as the viewer may know it. */
export const seatTime = z.strictObject({
  seat: role,
  pseudonym: z.string().optional(),
  label: z.string().optional(),
  /** Whether that person or thing is free; absent once the session is booked. */
  availability: z.enum(['available', 'booked']).optional(),
  /** When the seat must be there, where that is not from beginning to end; the time below is then that of its start. */
  needed: z.strictObject({ start: instant, end: instant }).optional(),
  /** Absent where the viewer must not know: the row then says available or not, and nothing more. */
  time: z.strictObject({ zone: z.string(), local: z.string(), offset: z.string() }).optional(),
  /** True when that seat's calendar date differs from the venue's. */
  dateDiffers: z.boolean().optional(),
});

const timeRefusals = [
  'unknown-zone',
  'time-does-not-exist',
  'time-is-ambiguous',
  'time-not-possible',
  'segments-not-possible',
] as const;
const calendarRefusals = [
  'already-booked',
  'duty-limit',
  'override-needed',
  'conflict-declared',
  'too-much-taken',
] as const;
const changeRefusals = ['changed-meanwhile', 'hold-not-confirmed', 'hold-over', 'room-ended'] as const;

export const bookSession = route({
  method: 'POST',
  path: '/api/sessions',
  summary: 'Books or holds a session: every seat, every room and the session at once, or nothing.',
  who: ['prosecutor', 'support-officer', 'central-authority'],
  body: proposal.extend({
    /** Minutes for which the time is only held; then it is free again, unless it was confirmed. */
    holdMinutes: z
      .number()
      .int()
      .min(5)
      .max(14 * 24 * 60)
      .optional(),
  }),
  answer: z.strictObject({ sessionId: id, heldUntil: instant.optional() }),
  status: 201,
  refusals: [
    ...timeRefusals,
    ...calendarRefusals,
    'person-not-suitable',
    'room-not-suitable',
    'seats-not-possible',
  ],
});

/** `held`: tentative, until it is confirmed. `expired`: a hold that nobody confirmed. */
export const sessionStatus = z.enum(['held', 'expired', 'booked', 'ready', 'ended', 'cancelled']);

export const sessionRow = z.strictObject({
  sessionId: id,
  caseId: id,
  kind: sessionKind,
  status: sessionStatus,
  /** Of a hold: when it ends by itself. */
  heldUntil: instant.optional(),
  start: instant,
  end: instant,
  /** The venue: its wall time is the intent. */
  venue: z.strictObject({ zone: z.string(), local: z.string(), offset: z.string(), zoneTable: z.string() }),
});

export const listSessions = route({
  method: 'GET',
  path: '/api/sessions',
  summary: 'The sessions of a case, soonest first.',
  who: ['prosecutor', 'clerk', 'support-officer', 'attending-officer', 'central-authority', 'auditor'],
  query: z.strictObject({ caseId: id }),
  answer: z.strictObject({ sessions: z.array(sessionRow) }),
});

export const roomShown = z.strictObject({ roomId: id, label: z.string(), city: z.string() });

const partRow = z.strictObject({ kind: z.enum(['pre', 'main', 'post']), start: instant, end: instant });

export const readSession = route({
  method: 'GET',
  path: '/api/sessions/:sessionId',
  summary: 'One session: times per seat, and each open point with whose turn it is.',
  who: ['prosecutor', 'clerk', 'support-officer', 'attending-officer', 'central-authority', 'auditor'],
  params: sessionParams,
  answer: sessionRow.extend({
    /** Raised with each change of time or place. */
    sequence: z.number().int(),
    /** The rooms admit people from and until these instants; on several days, see `days`. */
    opensAt: instant,
    closesAt: instant,
    days: z.array(z.strictObject({ local: z.string(), offset: z.string(), parts: z.array(partRow) })),
    /** How is interpreted, where it was said. */
    mode: interpretingMode.optional(),
    seats: z.array(seatTime),
    /** Of a room whose place the viewer must not know nothing but that there is one. */
    rooms: z.array(roomShown.partial()),
    roomState,
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
  body: z.strictObject({ personId: id, overrides }),
  answer: z.strictObject({ gates: z.array(openPoint) }),
  status: 201,
  refusals: ['person-not-suitable', ...calendarRefusals, ...changeRefusals, 'approval-needed'],
});

export const cancellationReason = z.enum([
  'not-needed',
  'witness-unwell',
  'not-permitted',
  'other-date',
  'other',
]);

export const cancelSession = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/cancellation',
  summary: 'Cancels the session: its door closes and everyone’s time is free again.',
  who: ['prosecutor', 'support-officer', 'central-authority'],
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
  who: ['prosecutor', 'support-officer', 'central-authority'],
  params: sessionParams,
  body: z.strictObject({}),
  answer: z.strictObject({ status: sessionStatus }),
  status: 201,
  refusals: ['hold-over', 'changed-meanwhile', 'room-ended'],
});

/** A time for the whole session: every day of it, as many as there are to be. */
const newTime = { zone, days } as const;

/** Of the main part of each day. */
const newLength = { minutes } as const;

/** Seats whose holder can be replaced; the attending officer is named anew by the host State. */
export const replaceable = z.enum(['prosecutor', 'clerk', 'support-officer', 'interpreter']);
const replacement = {
  seat: replaceable,
  /** Who is replaced; needed where several have the seat, as a team of interpreters does. */
  pseudonym: z.string().max(20).optional(),
  /** Who comes instead. */
  personId: id,
} as const;
export const replacementReason = z.enum([
  'ill',
  'not-available',
  'conflict-of-interest',
  'asked-by-the-witness',
  'other',
]);

const changed = z.strictObject({
  status: sessionStatus,
  start: instant,
  end: instant,
  sequence: z.number().int(),
});

export const moveSession = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/move',
  summary: 'Moves a session to another time, with everybody and every room, or leaves it as it was.',
  who: ['prosecutor', 'support-officer', 'central-authority'],
  params: sessionParams,
  body: z.strictObject({ ...newTime, overrides }),
  answer: changed,
  status: 201,
  refusals: [...timeRefusals, ...calendarRefusals, ...changeRefusals, 'approval-needed'],
});

export const changeLength = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/length',
  summary: 'Makes the main part of each day shorter or longer; what comes after it moves along.',
  who: ['prosecutor', 'support-officer', 'central-authority'],
  params: sessionParams,
  body: z.strictObject({ ...newLength, overrides }),
  answer: changed,
  status: 201,
  refusals: [...timeRefusals, ...calendarRefusals, ...changeRefusals, 'approval-needed'],
});

export const restoreSession = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/restoration',
  summary: 'Takes a cancellation back, if everybody still has the time; her consent is asked for again.',
  who: ['prosecutor', 'support-officer', 'central-authority'],
  params: sessionParams,
  body: z.strictObject({ overrides }),
  answer: changed,
  status: 201,
  refusals: [
    'time-not-possible',
    'time-does-not-exist',
    'person-not-suitable',
    ...calendarRefusals,
    'changed-meanwhile',
    'hold-over',
    'room-ended',
    'approval-needed',
  ],
});

export const replaceParticipant = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/replacements',
  summary: 'Gives a seat to somebody else: the one before loses it at once, also in a room that is open.',
  who: ['prosecutor', 'clerk', 'support-officer'],
  params: sessionParams,
  body: z.strictObject({ ...replacement, reason: replacementReason, overrides }),
  answer: z.strictObject({ pseudonym: z.string(), gates: z.array(openPoint) }),
  status: 201,
  refusals: [
    'person-not-suitable',
    'seats-not-possible',
    ...calendarRefusals,
    ...changeRefusals,
    'approval-needed',
  ],
});

/** All rooms of the session, in any order; those that it has and that are not named are free again. */
const chosenRooms = z
  .array(id)
  .max(4)
  .overwrite((rooms) => rooms.toSorted());

export const listRoomChoices = route({
  method: 'GET',
  path: '/api/sessions/:sessionId/rooms',
  summary: 'The rooms that the caller may give a session, each free at its time or not. A snapshot.',
  who: ['prosecutor', 'support-officer', 'central-authority'],
  params: sessionParams,
  answer: z.strictObject({
    rooms: z.array(
      roomShown.extend({
        agency: z.string(),
        vetted: z.boolean(),
        chosen: z.boolean(),
        availability: z.enum(['available', 'booked']),
      }),
    ),
  }),
});

export const setRooms = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/rooms',
  summary:
    'Sets which rooms a booked session has: the time of each is taken, that of any other is free again.',
  who: ['prosecutor', 'support-officer', 'central-authority'],
  params: sessionParams,
  // No overrides: nothing sets a room aside.
  body: z.strictObject({ rooms: chosenRooms }),
  answer: z.strictObject({ roomState }),
  status: 201,
  refusals: [
    'room-not-suitable',
    'seats-not-possible',
    'already-booked',
    'changed-meanwhile',
    'hold-not-confirmed',
    'room-ended',
    'approval-needed',
  ],
});

/** Exactly what is agreed to; the change must then be this one. */
export const approvable = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('replacement'), ...replacement }),
  z.strictObject({ what: z.literal('attending-officer'), personId: id }),
  z.strictObject({ what: z.literal('move'), ...newTime }),
  z.strictObject({ what: z.literal('length'), ...newLength }),
  z.strictObject({ what: z.literal('restoration') }),
  z.strictObject({ what: z.literal('rooms'), rooms: chosenRooms }),
]);

export const approveChange = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/approvals',
  summary: 'Agrees to one change shortly before the start, which somebody with another role then makes.',
  who: ['prosecutor', 'clerk', 'support-officer'],
  params: sessionParams,
  body: z.strictObject({
    change: approvable,
    /** What may be set aside for it, for a reason that whoever makes the change gives; nothing unless said. */
    setAside: z.array(overrideName).max(overrideNames.length).optional(),
  }),
  answer: z.strictObject({ until: instant }),
  status: 201,
  refusals: ['unknown-zone', ...changeRefusals],
});
