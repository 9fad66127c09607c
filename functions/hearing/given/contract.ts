import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { countryCode } from '../../shared/values/countries.ts';
import { languageTag } from '../../shared/values/languages.ts';
import { usedText } from '../../witnesses/material/contract.ts';
import { actParams, entered, inRoomRefusals, sessionParams, whose } from '../contract.ts';
import { correction, oathForms, outcomes, toldTexts } from '../acts/contract.ts';

/** What is given and taken before the first question and after the last one: promise, rights and warnings, the record read back. */

/** Who enters it: the clerk, the judge who presides, the officer of the host State. */
const whoEnter = ['clerk', 'judge', 'attending-officer'] as const;

export const enterOath = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/oaths',
  summary:
    'The oath, affirmation or undertaking of whoever is heard, or of an interpreter on the day: as they answered it aloud, or put to them on their own page.',
  who: whoEnter,
  params: sessionParams,
  body: z.strictObject({
    of: whose,
    form: z.enum(oathForms),
    /** Before the authorities of which of the two States. */
    state: countryCode,
    text: usedText,
    /** Read to them by whoever interprets, or by an interpreter aloud: a draft binds nobody otherwise. */
    readOut: z.boolean(),
    answer: z.discriminatedUnion('answered', [
      z.strictObject({ answered: z.literal('aloud'), outcome: z.enum(outcomes.oath) }),
      z.strictObject({ answered: z.literal('own-page') }),
    ]),
  }),
  answer: entered,
  status: 201,
  refusals: [...inRoomRefusals, 'does-not-fit', 'material-not-usable'],
});

export const answerOath = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/oaths/:act/answer',
  summary: 'Whoever an oath was put to takes it, or refuses it, on their own page.',
  who: ['witness', 'expert', 'interpreter'],
  params: actParams,
  body: z.strictObject({ outcome: z.enum(outcomes.oath) }),
  answer: entered,
  status: 201,
  refusals: [...inRoomRefusals, 'nothing-to-decide'],
});

export const enterTold = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/told',
  summary:
    'That rights or warnings were told to whoever is heard, by which text and by whom, and whether they were understood.',
  who: [...whoEnter, 'prosecutor'],
  params: sessionParams,
  body: z.strictObject({
    of: whose,
    what: z.enum(toldTexts),
    text: usedText,
    readOut: z.boolean(),
    /** Who told them; whoever enters it, where it is not said. */
    told: whose.optional(),
    understood: z.boolean(),
  }),
  answer: entered,
  status: 201,
  refusals: [...inRoomRefusals, 'does-not-fit', 'material-not-usable'],
});

export const enterReadBack = route({
  method: 'POST',
  path: '/api/hearing/:sessionId/read-backs',
  summary:
    'That the record was read back, in which language, what was corrected in it, and whether whoever was heard confirmed it.',
  who: whoEnter,
  params: sessionParams,
  body: z.strictObject({
    of: whose,
    language: languageTag,
    interpreter: whose.optional(),
    corrections: z.array(correction).max(20),
    outcome: z.enum(outcomes.readBack),
  }),
  answer: entered,
  status: 201,
  refusals: [...inRoomRefusals, 'does-not-fit'],
});
