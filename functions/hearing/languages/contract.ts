import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { actParams, entered, inRoomRefusals, sessionParams, whose } from '../contract.ts';
import { channel, interpretedHow, signals } from '../acts/contract.ts';

/** How is interpreted in the room, by whom, and what says that it goes wrong. */

export const enterLanguages = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/languages',
  summary:
    'How is interpreted from now on, and who interprets which way; entered at the start and on each change.',
  who: ['clerk', 'judge'],
  params: sessionParams,
  body: z.strictObject({
    how: z.enum(interpretedHow),
    channels: z.array(channel).min(1).max(12),
  }),
  answer: entered,
  status: 201,
  refusals: [...inRoomRefusals, 'does-not-fit'],
});

export const askHandOver = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/hand-overs',
  summary: 'Whoever interprets asks another interpreter of the session to take over.',
  who: ['interpreter'],
  params: sessionParams,
  body: z.strictObject({ to: whose }),
  answer: entered,
  status: 201,
  refusals: [...inRoomRefusals, 'does-not-fit'],
});

export const takeOver = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/hand-overs/:act/taking',
  summary: 'Whoever was asked takes over; from this moment on it is they who interpret.',
  who: ['interpreter'],
  params: actParams,
  body: z.strictObject({}),
  answer: entered,
  status: 201,
  refusals: [...inRoomRefusals, 'nothing-to-decide'],
});

export const giveSignal = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/signals',
  summary:
    'Whoever is heard asks to hear something again, or says that they do not understand the interpreter; shown at once to the court and those who interpret.',
  who: ['witness', 'expert'],
  params: sessionParams,
  body: z.strictObject({ what: z.enum(signals) }),
  answer: entered,
  status: 201,
  refusals: inRoomRefusals,
});

export const showWait = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/light',
  summary:
    'Whoever interprets asks the speaker to wait, or to go on. It goes out by itself after half a minute, and is not entered.',
  who: ['interpreter'],
  params: sessionParams,
  body: z.strictObject({ wait: z.boolean() }),
  answer: z.strictObject({}),
  status: 201,
  refusals: ['outside-window', 'room-not-open', 'room-ended', 'not-admitted', 'asked-too-often'],
});
