/** How a session that is booked changes. */
import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { id } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { interpretingMode } from '../../shared/values/interpreting.ts';
import { overrideName, overrideNames } from '../../shared/values/overrides.ts';
import { days, minutes, mostRooms, overrides, zone } from '../proposal/contract.ts';
import { calendarRefusals, runs, timeRefusals } from '../booking/contract.ts';
import {
  openPoint,
  replaceable,
  replacementReason,
  roomShown,
  roomState,
  sessionParams,
  sessionStatus,
} from '../contract.ts';

const changeRefusals = ['changed-meanwhile', 'hold-not-confirmed', 'hold-over', 'room-ended'] as const;

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

/** A time for the whole session: every day of it, as many as there are to be. */
const newTime = { zone, days } as const;

/** Of the main part of each day. */
const newLength = { minutes } as const;

/** A seat as a proposal has it, with whoever comes instead. */
const replacement = {
  seat: replaceable,
  /** One for one. */
  ids: z.tuple([id]),
  /** Who is replaced, by pseudonym; needed where several have the seat, as a team of interpreters does. */
  inPlaceOf: z.string().max(20).optional(),
} as const;

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
  who: runs,
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
  who: runs,
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
  who: runs,
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
  who: ['prosecutor', 'clerk', 'support-officer', 'judge'],
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

/** One for one. */
const oneMore = { ids: z.tuple([id]) } as const;

export const addInterpreter = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/interpreters',
  summary: 'One more interprets: the time is taken, and the door waits until they are confirmed.',
  who: ['prosecutor', 'clerk', 'support-officer', 'judge'],
  params: sessionParams,
  body: z.strictObject({ ...oneMore, overrides }),
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

export const changeMode = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/mode',
  summary:
    'Changes how is interpreted, planned or while it goes on; how long those who are booked can work is looked at again.',
  who: ['prosecutor', 'clerk', 'support-officer', 'judge'],
  params: sessionParams,
  body: z.strictObject({ mode: interpretingMode, overrides }),
  answer: z.strictObject({ mode: interpretingMode, gates: z.array(openPoint) }),
  status: 201,
  refusals: ['seats-not-possible', 'override-needed', ...changeRefusals],
});

/** All rooms of the session, in any order; those that it has and that are not named are free again. */
const chosenRooms = z
  .array(id)
  .max(mostRooms)
  .overwrite((rooms) => rooms.toSorted());

export const listRoomChoices = route({
  method: 'GET',
  path: '/api/sessions/:sessionId/rooms',
  summary: 'The rooms that the caller may give a session, each free at its time or not. A snapshot.',
  entered: 'case',
  who: runs,
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
  who: runs,
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
  z.strictObject({ what: z.literal('another-interpreter'), ...oneMore }),
  z.strictObject({ what: z.literal('move'), ...newTime }),
  z.strictObject({ what: z.literal('length'), ...newLength }),
  z.strictObject({ what: z.literal('restoration') }),
  z.strictObject({ what: z.literal('rooms'), rooms: chosenRooms }),
]);

export const approveChange = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/approvals',
  summary: 'Agrees to one change shortly before the start, which somebody with another role then makes.',
  who: ['prosecutor', 'clerk', 'support-officer', 'judge'],
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
