import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { sessionKind } from '../../sessions/proposal/contract.ts';
import { id, pseudonym as anyPseudonym } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { interpretingMode } from '../../shared/values/interpreting.ts';
import {
  assignment,
  gateRefusals,
  moved,
  oneOfSeveral,
  partsInTeam,
  sessionParams,
  type Lack,
} from '../contract.ts';

/** When an interpreter was booked, worked, or did not come: to whoever runs the session, their agency, and themselves. */

/** Why somebody did not come. */
export const noShowReasons = ['did-not-come', 'not-reachable', 'sick', 'agency-cancelled'] as const;
export type NoShowReason = (typeof noShowReasons)[number];

export const reportNoShow = route({
  method: 'POST',
  path: '/api/interpreting/:sessionId/no-show',
  summary:
    'An interpreter did not come, a quarter of an hour after the beginning: the gate closes until they are confirmed anew or replaced.',
  who: ['clerk'],
  params: sessionParams,
  body: z.strictObject({ pseudonym: oneOfSeveral, why: z.enum(noShowReasons) }),
  answer: moved,
  status: 201,
  refusals: [...gateRefusals],
});

/** Why the times that are entered are others than the room counted. */
export const timesReasons = [
  'worked-beside-the-room',
  'room-was-open-longer',
  'came-later',
  'left-earlier',
  'other',
] as const;
export type TimesReason = (typeof timesReasons)[number];
/** Which day of the session, counted from 1. */
const dayOfSession = z.int().min(1).max(31);

export const enterTimes = route({
  method: 'POST',
  path: '/api/interpreting/:sessionId/times',
  summary: 'When an interpreter worked on a day of the session, where the room counted otherwise, and why.',
  who: ['clerk'],
  params: sessionParams,
  body: z.strictObject({
    pseudonym: oneOfSeveral,
    day: dayOfSession,
    from: instant,
    /** After `from`. */
    until: instant.meta({ examples: ['2026-04-02T03:30:00.000Z'] }),
    reason: z.enum(timesReasons),
  }),
  answer: z.strictObject({ day: dayOfSession }),
  status: 201,
  refusals: ['person-not-suitable'],
});

export const readTimes = route({
  method: 'GET',
  path: '/api/interpreting/:sessionId/times',
  summary: 'When each interpreter of the session was booked, and when they worked.',
  entered: 'case',
  who: ['clerk', 'auditor'],
  params: sessionParams,
  answer: z.strictObject({
    interpreters: z.array(
      z.strictObject({
        pseudonym: z.string(),
        days: z.array(
          z.strictObject({
            day: dayOfSession,
            booked: z.strictObject({ start: instant, end: instant }),
            actual: z
              .strictObject({
                from: instant,
                /** Absent while they are at work. */
                until: instant.optional(),
                minutes: z.int(),
                by: z.enum(['room', 'clerk']),
                reason: z.enum(timesReasons).optional(),
              })
              .optional(),
            noShow: z.enum(noShowReasons).optional(),
          }),
        ),
      }),
    ),
  }),
});

const monthOfYear = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'Not a month.')
  .meta({ examples: ['2027-03'] });

export const sumMonth = route({
  method: 'GET',
  path: '/api/interpreting/agency/hours',
  summary:
    'For how many minutes the interpreters of the caller’s agency were booked in a month and worked, and who did not come. Of no case.',
  who: ['agency-administrator'],
  query: z.strictObject({
    month: monthOfYear,
  }),
  answer: z.strictObject({
    month: monthOfYear,
    people: z.array(
      z.strictObject({
        personId: id,
        label: z.string(),
        sessions: z.int(),
        /** Minutes, without what is still to come. */
        booked: z.int(),
        actual: z.int(),
        noShows: z.array(z.enum(noShowReasons)),
      }),
    ),
  }),
});

/** Of what an interpreter lacks, what is said to themselves: not that somebody does not understand them. */
export const ownLacks = [
  'confirmation',
  'declaration',
  'conflict',
  'oath',
  'briefing',
] as const satisfies readonly Lack[];

export const readOwnDay = route({
  method: 'GET',
  path: '/api/interpreting/own/days',
  summary:
    'What the caller is booked to interpret in a month of their own clock: when, how far they are with it, and how long they worked. Of no case.',
  who: ['interpreter-with-account'],
  query: z.strictObject({ month: monthOfYear }),
  answer: z.strictObject({
    month: monthOfYear,
    /** Whole minutes, without what is still to come. */
    minutes: z.strictObject({ booked: z.int(), worked: z.int() }),
    sessions: z.array(
      z.strictObject({
        sessionId: id,
        /** Their own, by which the session knows them. */
        pseudonym: anyPseudonym,
        days: z.array(
          z.strictObject({
            start: instant,
            end: instant,
            /** Absent where nobody counted or entered any. */
            worked: z.int().optional(),
            noShow: z.enum(noShowReasons).optional(),
          }),
        ),
        lacks: z.array(z.enum(ownLacks)),
        /** What they are confirmed for; nothing is told before. */
        confirmed: z
          .strictObject({
            kind: sessionKind,
            between: assignment.shape.between,
            direction: assignment.shape.direction,
            mode: interpretingMode,
            part: z.enum(partsInTeam),
          })
          .optional(),
      }),
    ),
  }),
});
