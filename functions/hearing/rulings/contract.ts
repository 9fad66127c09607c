import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { actParams, entered, inRoomRefusals, sessionParams, whose } from '../contract.ts';
import { saidInCourt, challengeKinds, grounds, rulings } from '../acts/contract.ts';

/** What a party objects to, what is challenged, where somebody stopped; and what the judge who presides rules on each. */

const whoRule = ['judge', 'clerk'] as const;
const ruleRefusals = [...inRoomRefusals, 'nothing-to-decide'] as const;

export const object = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/objections',
  summary: 'A party objects.',
  who: ['defence-counsel', 'prosecutor', 'victim-counsel'],
  params: sessionParams,
  body: z.strictObject({ ground: z.enum(grounds), words: saidInCourt(300).optional() }),
  answer: entered,
  status: 201,
  refusals: inRoomRefusals,
});

export const ruleOnObjection = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/objections/:act/ruling',
  summary: 'The judge who presides rules on an objection, or the clerk enters it on the judge’s word.',
  who: whoRule,
  params: actParams,
  body: z.strictObject({ ruling: z.enum(rulings.objection) }),
  answer: entered,
  status: 201,
  refusals: ruleRefusals,
});

export const challenge = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/renditions',
  summary: 'Somebody challenges how something was interpreted; whoever interprets too, also their own.',
  who: [
    'judge',
    'prosecutor',
    'defence-counsel',
    'victim-counsel',
    'attending-officer',
    'support-officer',
    'interpreter',
  ],
  params: sessionParams,
  body: z.strictObject({
    what: z.enum(challengeKinds),
    /** Whose rendition. */
    interpreter: whose.optional(),
    words: saidInCourt(300).optional(),
  }),
  answer: entered,
  status: 201,
  refusals: [...inRoomRefusals, 'does-not-fit'],
});

export const ruleOnChallenge = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/renditions/:act/ruling',
  summary:
    'The judge who presides rules on a challenge to a rendition, or the clerk enters it on the judge’s word.',
  who: whoRule,
  params: actParams,
  body: z.strictObject({ ruling: z.enum(rulings.challenge) }),
  answer: entered,
  status: 201,
  refusals: ruleRefusals,
});

export const enterStop = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/stops',
  summary:
    'That whoever is heard stopped in the middle of an answer, so that the judge rules on what follows.',
  who: ['judge', 'clerk', 'attending-officer'],
  params: sessionParams,
  body: z.strictObject({ of: whose }),
  answer: entered,
  status: 201,
  refusals: [...inRoomRefusals, 'does-not-fit'],
});

export const ruleOnStop = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/stops/:act/ruling',
  summary:
    'The judge who presides rules on what follows a stop in mid-answer, or the clerk enters it on the judge’s word.',
  who: whoRule,
  params: actParams,
  body: z.strictObject({ ruling: z.enum(rulings.stop) }),
  answer: entered,
  status: 201,
  refusals: ruleRefusals,
});
