/** What this capability enters in the log of a session: what was said and ruled while it was in its room. */
import * as z from 'zod';
import { defineAction, seatName } from '../custody/port/action.ts';
import { standings } from '../requests/law/contract.ts';
import { countryCode } from '../shared/values/countries.ts';
import { pseudonym } from '../shared/values/ids.ts';
import {
  challengeKinds,
  grounds,
  interpretedHow,
  oathForms,
  outcomes,
  rulings,
  signals,
  toldTexts,
} from './acts/contract.ts';

const country: z.ZodType<string, string> = countryCode;
/** Of the judge on whose word the clerk entered it. */
const onWordOf = pseudonym.optional();
/** The entry that it answers, takes or rules on. */
const on = z.string();

const inSession = { log: 'session', authority: ['role', 'invitation'] } as const;
/** Of a session in which they sit: what they did there, and what is about one for whom they answer. */
const theirs = { 'support-officer': 'theirs', 'attending-officer': 'theirs' } as const;
const forCounsel = { ...theirs, 'defence-counsel': 'every', 'victim-counsel': 'every' } as const;
const whoEnter = ['clerk', 'judge', 'attending-officer'] as const;
const aboutSeat = { ...inSession, part: theirs, subject: { seat: seatName } } as const;

/** Which text, in which language, would tell where she comes from: it is sealed. */
const oath = {
  form: z.enum(oathForms),
  state: country,
  /** What is known of that State’s law on it: `ask` where nobody read it. */
  law: z.enum(standings),
  /** Nobody who answers for the text had read it; it counts as it was read out. */
  draft: z.boolean(),
  readOut: z.boolean(),
  onWordOf,
};
export const oathPut = defineAction({
  action: 'oath.put',
  ...aboutSeat,
  by: whoEnter,
  details: z.strictObject(oath),
  sealed: ['text'],
});
/** Answered aloud, and entered by whoever heard it. */
export const oathHeard = defineAction({
  action: 'oath.heard',
  ...aboutSeat,
  by: whoEnter,
  details: z.strictObject({ ...oath, outcome: z.enum(outcomes.oath) }),
  sealed: ['text'],
});
/** Answered on their own page. */
export const oathAnswered = defineAction({
  action: 'oath.answered',
  ...inSession,
  part: theirs,
  by: ['witness', 'expert', 'interpreter'],
  details: z.strictObject({ on, outcome: z.enum(outcomes.oath) }),
});

export const rightsTold = defineAction({
  action: 'rights.told',
  ...aboutSeat,
  by: [...whoEnter, 'prosecutor'],
  details: z.strictObject({
    what: z.enum(toldTexts),
    draft: z.boolean(),
    readOut: z.boolean(),
    told: pseudonym,
    understood: z.boolean(),
    onWordOf,
  }),
  sealed: ['text'],
});

/** What was corrected is sealed; how much, is not. */
export const recordReadBack = defineAction({
  action: 'record.read-back',
  ...aboutSeat,
  by: whoEnter,
  details: z.strictObject({
    outcome: z.enum(outcomes.readBack),
    corrections: z.int(),
    interpreter: pseudonym.optional(),
    onWordOf,
  }),
  sealed: ['language'],
  maySeal: ['corrections'],
});

export const objectionMade = defineAction({
  action: 'objection.made',
  ...inSession,
  part: forCounsel,
  by: ['defence-counsel', 'prosecutor', 'victim-counsel'],
  details: z.strictObject({ ground: z.enum(grounds) }),
  maySeal: ['words'],
});
/** By the judge who presides, or by the clerk on that judge’s word. */
const ruled = { ...inSession, by: ['judge', 'clerk'] } as const;
export const objectionRuled = defineAction({
  action: 'objection.ruled',
  ...ruled,
  part: forCounsel,
  details: z.strictObject({ on, ruling: z.enum(rulings.objection), onWordOf }),
});

export const renditionChallenged = defineAction({
  action: 'rendition.challenged',
  ...inSession,
  part: forCounsel,
  by: [
    'judge',
    'prosecutor',
    'defence-counsel',
    'victim-counsel',
    'attending-officer',
    'support-officer',
    'interpreter',
  ],
  details: z.strictObject({ what: z.enum(challengeKinds), interpreter: pseudonym.optional() }),
  maySeal: ['words'],
});
export const renditionRuled = defineAction({
  action: 'rendition.ruled',
  ...ruled,
  part: forCounsel,
  details: z.strictObject({ on, ruling: z.enum(rulings.challenge), onWordOf }),
});

export const answerStopped = defineAction({
  action: 'answer.stopped',
  ...aboutSeat,
  by: whoEnter,
  details: z.strictObject({ onWordOf }),
});
export const answerRuled = defineAction({
  action: 'answer.ruled',
  ...ruled,
  part: theirs,
  details: z.strictObject({ on, ruling: z.enum(rulings.stop), onWordOf }),
});

/** From what into what is sealed. */
export const languagesSet = defineAction({
  action: 'languages.set',
  ...inSession,
  part: theirs,
  by: ['clerk', 'judge'],
  details: z.strictObject({ how: z.enum(interpretedHow), interpreters: z.array(pseudonym), onWordOf }),
  sealed: ['channels'],
});

export const handOverAsked = defineAction({
  action: 'interpreter.hand-over-asked',
  ...inSession,
  by: ['interpreter'],
  details: z.strictObject({ to: pseudonym }),
});
/** Minutes without a rest of the one who hands over, where they are known. */
export const tookOver = defineAction({
  action: 'interpreter.took-over',
  ...inSession,
  by: ['interpreter'],
  details: z.strictObject({ on, from: pseudonym, minutes: z.int().optional() }),
});

export const signalGiven = defineAction({
  action: 'witness.signalled',
  ...inSession,
  part: theirs,
  by: ['witness', 'expert'],
  details: z.strictObject({ what: z.enum(signals) }),
});
