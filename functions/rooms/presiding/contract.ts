import * as z from 'zod';
import { languageTag } from '../../shared/values/languages.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { route } from '../../shared/http/contract.ts';
import { oneOfSeveral, roomView, sessionParams } from '../contract.ts';

/** How a hearing goes: what whoever presides says in it, and who talks apart. */

/** A clerk does it on the word of the judge who presides, and says so. */
const onWord = { onWordOf: z.literal('judge').optional() } as const;
const byPresiding = {
  method: 'POST',
  who: ['clerk', 'judge'],
  params: sessionParams,
  answer: roomView,
  status: 201,
} as const;
const usual = [
  'judges-word-needed',
  'hold-not-confirmed',
  'room-ended',
  'room-not-open',
  'media-unreachable',
] as const;

const oneHeard = z.strictObject({ pseudonym: oneOfSeveral, ...onWord });

export const callIn = route({
  ...byPresiding,
  path: '/api/rooms/:sessionId/callings',
  summary:
    'Before a court, the judge who presides calls in whoever is heard, from the room in which they wait; whoever goes with them comes along.',
  body: oneHeard,
  refusals: [...usual, 'not-admitted', 'room-paused', 'relay-not-ready'],
});

export const standDown = route({
  ...byPresiding,
  path: '/api/rooms/:sessionId/standings-down',
  summary:
    'Whoever was called in goes back to the room in which they waited, and the others get another room.',
  urgency: 'stopping',
  body: oneHeard,
  refusals: [...usual, 'not-admitted'],
});

export const goWith = route({
  ...byPresiding,
  path: '/api/rooms/:sessionId/companions',
  summary:
    'Says with whom an interpreter or a supporter goes: with whoever is heard, with the accused, or with the court.',
  body: z.strictObject({
    pseudonym,
    /** The pseudonym of one of them; `court` for neither; absent for as their role says. */
    goesWith: z.union([pseudonym, z.literal('court')]).optional(),
  }),
  refusals: ['hold-not-confirmed', 'room-ended', 'not-admitted', 'media-unreachable'],
});

export const carryLanguages = route({
  ...byPresiding,
  path: '/api/rooms/:sessionId/carried-languages',
  summary:
    'Which languages the screened side can listen to: the court’s own, and theirs. Each has a channel there from the opening to the end; of whoever interprets for somebody who is heard only what is said in a language of the court is carried.',
  body: z.strictObject({
    court: z.array(languageTag).min(1).max(3),
    screened: z.array(languageTag).max(3),
    ...onWord,
  }),
  refusals: ['judges-word-needed', 'hold-not-confirmed', 'room-ended', 'media-unreachable'],
});

export const recess = route({
  ...byPresiding,
  path: '/api/rooms/:sessionId/recesses',
  summary: 'The court has a recess of so many minutes; it goes on when the court says so, and not by itself.',
  body: z.strictObject({ minutes: z.int().min(1).max(240), ...onWord }),
  refusals: [...usual, 'not-admitted'],
});

export const setRecord = route({
  ...byPresiding,
  path: '/api/rooms/:sessionId/record',
  summary: 'Off the record the hearing goes on, and nothing of it is captured; on the record it is again.',
  body: z.strictObject({ record: z.enum(['on', 'off']), ...onWord }),
  refusals: [...usual, 'room-paused'],
});

export const sitInCamera = route({
  ...byPresiding,
  path: '/api/rooms/:sessionId/in-camera',
  summary:
    'The court sits in camera from now on, or in public again: whoever only listens is out, and stays out.',
  body: z.strictObject({ inCamera: z.boolean(), ...onWord }),
  refusals: usual,
});

export const silence = route({
  ...byPresiding,
  path: '/api/rooms/:sessionId/silences',
  summary:
    'The court silences somebody, or everybody but itself, or lets them speak again: they are given another pass, and nothing that they send under an earlier one is let through.',
  urgency: 'stopping',
  body: z.strictObject({
    /** Everybody in the hearing but judges and clerk, unless somebody is named. */
    pseudonym: pseudonym.optional(),
    silent: z.boolean(),
    ...onWord,
  }),
  refusals: [...usual, 'room-paused', 'not-admitted'],
});

export const adjourn = route({
  ...byPresiding,
  path: '/api/rooms/:sessionId/adjournment',
  summary:
    'The hearing is adjourned to the next day on which it is booked: everybody is out, and it is opened again then.',
  urgency: 'stopping',
  body: z.strictObject({ ...onWord }),
  refusals: [...usual, 'no-later-day'],
});

export const talkApart = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/consultations',
  summary:
    'Defence counsel with their client, or judges among themselves, talk in a room of their own while the hearing goes on. No machine is ever in it, and nothing of it is kept but who and when.',
  who: ['defence-counsel', 'judge'],
  params: sessionParams,
  body: z.strictObject({ people: z.array(pseudonym).min(1).max(6) }),
  answer: roomView,
  status: 201,
  refusals: [
    'hold-not-confirmed',
    'room-ended',
    'room-not-open',
    'not-admitted',
    'kept-apart',
    'media-unreachable',
  ],
});

export const endTalk = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/consultation-endings',
  summary: 'Whoever talks apart ends it for all who do.',
  urgency: 'stopping',
  who: ['defence-counsel', 'judge', 'accused', 'interpreter'],
  params: sessionParams,
  body: z.strictObject({ consultation: id }),
  answer: roomView,
  status: 201,
  refusals: ['room-ended', 'not-admitted', 'media-unreachable'],
});
