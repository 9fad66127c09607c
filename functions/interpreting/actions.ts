/**
 * What this capability enters: in the log of a session that an interpreter’s gate moved, and in that of the case why one
 * must not interpret.
 */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { standings } from '../requests/law/contract.ts';
import { gateState } from '../sessions/contract.ts';
import { countryCode } from '../shared/values/countries.ts';
import { pseudonym } from '../shared/values/ids.ts';
import { assignment, notUnderstoodReasons, oathForms } from './contract.ts';
import { noShowReasons, timesReasons } from './times/contract.ts';

const country: z.ZodType<string, string> = countryCode;
const { mode, direction, part } = assignment.shape;

const aboutOne = { authority: ['role'], subject: { interpreter: pseudonym } } as const;
const inSession = { log: 'session', by: ['clerk'], ...aboutOne } as const;
/** What the interpreter says by an account of their own too. */
const ownWord = { ...inSession, by: ['clerk', 'interpreter'] } as const;
/** Of the whole team. */
const gate = gateState;
/** What somebody without an account said and signed on paper. */
const onPaper = z.boolean();

/** What entries of before November 2026 said of a conflict and an undertaking, which are now entries of their own. */
const earlier = {
  conflict: z.enum(['none-declared', 'declared']).optional(),
  undertaking: z.boolean().optional(),
};

/** How a text was used: spoken aloud by the interpreter, and whether it was a draft, which counts as it was spoken. Since November 2026. */
const howUsed = { spoken: z.boolean().optional(), draft: z.boolean().optional() };

/** The languages would tell where she comes from, so they are sealed; and what is sealed says which text was sworn. */
export const interpreterConfirmed = defineAction({
  action: 'interpreter.confirmed',
  ...inSession,
  details: z.strictObject({
    gate,
    mode,
    ...earlier,
    direction: direction.optional(),
    part: part.optional(),
    /** What was taken from paper with it. */
    onPaper: z.array(z.enum(['declaration', 'oath', 'briefing'])).optional(),
    /** Of an oath among these. */
    ...howUsed,
  }),
  sealed: ['between'],
  maySeal: ['dialect', 'vetting', 'oath'],
  // By whom somebody was vetted. Never a language, and so neither the text of an oath.
  disclosable: { keeper: 'interpreting', fields: ['vetting'] },
});

/** Somebody declared a conflict; which, the entry of the case’s log says, by its leaf hash. */
export const interpreterDeclined = defineAction({
  action: 'interpreter.declined',
  ...ownWord,
  details: z.strictObject({ gate, ...earlier, mode: mode.optional(), caseEntry: z.string().optional() }),
  maySeal: ['between'],
});

/** That nothing stands against them. */
export const interpreterUnbound = defineAction({
  action: 'interpreter.without-conflict',
  ...ownWord,
  details: z.strictObject({ gate, caseEntry: z.string() }),
});

export const interpreterDeclared = defineAction({
  action: 'interpreter.declared',
  log: 'case',
  by: ['clerk', 'interpreter'],
  ...aboutOne,
  details: z.strictObject({ conflict: z.enum(['none', 'declared']), onPaper }),
  maySeal: ['kinds', 'reason'],
  disclosable: { keeper: 'interpreting', fields: ['kinds', 'reason'] },
});

export const interpreterSworn = defineAction({
  action: 'interpreter.sworn',
  ...inSession,
  details: z.strictObject({
    gate,
    form: z.enum(oathForms),
    state: country,
    onFile: z.boolean(),
    /** What is known of that State’s law on it: `ask` where nobody read it. */
    law: z.enum(standings),
    onPaper,
    ...howUsed,
  }),
  sealed: ['text'],
});

export const interpreterBriefed = defineAction({
  action: 'interpreter.briefed',
  ...ownWord,
  details: z.strictObject({ gate, onPaper }),
  // Of so few words that its hash alone would tell them.
  sealed: ['briefing'],
});

/** They did not come on a day of the session. */
export const interpreterNoShow = defineAction({
  action: 'interpreter.no-show',
  ...inSession,
  details: z.strictObject({ gate, day: z.int(), why: z.enum(noShowReasons) }),
});
/** When they worked, where the room counted otherwise. */
export const interpreterTimesEntered = defineAction({
  action: 'interpreter.times-entered',
  ...inSession,
  details: z.strictObject({
    day: z.int(),
    from: z.string(),
    until: z.string(),
    reason: z.enum(timesReasons),
  }),
});

export const interpreterNotUnderstood = defineAction({
  action: 'interpreter.not-understood',
  ...inSession,
  by: ['clerk', 'support-officer', 'judge'],
  details: z.strictObject({ gate, why: z.enum(notUnderstoodReasons) }),
});
