import * as z from 'zod';
import { standings } from '../requests/law/contract.ts';
import { gateState } from '../sessions/contract.ts';
import { sessionKind } from '../sessions/proposal/contract.ts';
import { route } from '../shared/http/contract.ts';
import { countryCode } from '../shared/values/countries.ts';
import { id, pseudonym as anyPseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { interpretingMode } from '../shared/values/interpreting.ts';
import { languageTag } from '../shared/values/languages.ts';
import { humanText } from '../shared/values/text.ts';
import { together } from '../shared/values/together.ts';
import { usedText } from '../witnesses/material/contract.ts';
import { earlierAssignment } from './earlier/contract.ts';

/** Who interprets in a session, and what must be true of each before anybody goes in. Source: domain notes A5, C3. */

export const sessionParams = z.strictObject({ sessionId: id });
const day = z.iso.date();

/** Which interpreter of the session is meant; needed where it has several. Whoever asks by their own account is meant themselves. */
export const oneOfSeveral = z.string().max(20).optional();

/** `lead` interprets for whoever is heard; `relay` hears the lead and interprets on; `check` listens whether it is true. */
export const partsInTeam = ['lead', 'relay', 'check'] as const;
/** `one-way`: from the first language into the second alone. */
export const directions = ['both', 'one-way'] as const;

/** Of what may be spoken, as classes: an interpreter prepares for it, and learns nothing of anybody. */
export const topics = [
  'recruitment',
  'travel-and-documents',
  'work',
  'money-and-debt',
  'violence',
  'sexual-violence',
  'health',
  'children',
  'court-procedure',
] as const;

/** An interpreter as the clerk confirms them for a session. */
export const assignment = z.strictObject({
  between: z
    .tuple([languageTag, languageTag])
    .refine(([one, other]) => one !== other, 'Name two different languages.')
    .meta({ uniqueItems: true }),
  direction: z.enum(directions),
  /** Of the one of the two that is spoken in dialects: S’gaw, Shan of the south. */
  dialect: humanText('language', 40).optional(),
  mode: interpretingMode,
  part: z.enum(partsInTeam),
  vetting: z
    .strictObject({ by: humanText('office', 120), on: day, until: day })
    .refine(({ on, until }) => on <= until, together('It must end after it begins.', 'until')),
  topics: z.array(z.enum(topics)).min(1).max(topics.length),
});
export type Assignment = z.output<typeof assignment>;

export const conflictKinds = [
  'party',
  'community',
  'same-village',
  'same-agency',
  'earlier-contact',
  'embassy',
] as const;

/** The interpreter’s own word. Why is for the case’s log alone, sealed. */
export const declaration = z
  .strictObject({
    conflict: z.enum(['none', 'declared']),
    kinds: z.array(z.enum(conflictKinds)).max(conflictKinds.length).optional(),
    reason: humanText('conflict', 600, { lines: true }).optional(),
  })
  .refine(
    ({ conflict, kinds = [], reason }) =>
      conflict === 'declared' ? kinds.length > 0 : kinds.length === 0 && reason === undefined,
    together('Say of which kind the conflict is, where there is one.', 'kinds'),
  );
export type Declaration = z.output<typeof declaration>;

export const oathForms = ['oath', 'affirmation', 'undertaking'] as const;
export const oath = z.strictObject({
  form: z.enum(oathForms),
  /** Before the authorities of which State. */
  state: countryCode,
  text: usedText,
  /** Spoken aloud by the interpreter: a draft binds nobody otherwise. */
  spoken: z.boolean(),
  /** One that was taken once and for all, where a court keeps it on file; absent where it was taken for this session. */
  onFile: z.strictObject({ reference: humanText('office', 80), on: day }).optional(),
});
export type Oath = z.output<typeof oath>;

/** What keeps the gate of an interpreter, or of a team, from opening. */
export const lacks = [
  'confirmation',
  'declaration',
  'conflict',
  'oath',
  'briefing',
  'not-understood',
  'no-show',
  'lead',
  'both-directions',
  'relay-chain',
  'woman',
] as const;
export type Lack = (typeof lacks)[number];

/** Nothing for the interpreter themselves: what others of the team lack, and who is wished for, is not theirs to know. */
export const moved = z.strictObject({
  gate: gateState.optional(),
  /** What is missing in the whole team. */
  lacks: z.array(z.enum(lacks)).optional(),
});

export const gateRefusals = ['gate-not-needed', 'room-ended', 'person-not-suitable'] as const;

export const confirmInterpreter = route({
  method: 'POST',
  path: '/api/interpreting/:sessionId/assignment',
  summary:
    'Confirms a booked interpreter: languages, direction, dialect and vetting must fit, and no conflict may be declared.',
  who: ['clerk'],
  params: sessionParams,
  body: assignment.extend({
    pseudonym: oneOfSeveral,
    /** What somebody without an account said and signed on paper. */
    onPaper: z
      .strictObject({
        noConflict: z.literal(true).optional(),
        oath: oath.optional(),
        briefed: z.literal(true).optional(),
      })
      .optional(),
  }),
  /** Open once every interpreter of the session is confirmed and has given their word. */
  answer: moved,
  status: 201,
  refusals: [
    ...gateRefusals,
    'condition-not-kept',
    'interpreter-not-fit',
    'declaration-needed',
    'conflict-declared',
    'material-not-usable',
  ],
});

export const declareConflict = route({
  method: 'POST',
  path: '/api/interpreting/:sessionId/declaration',
  summary:
    'The interpreter’s word on a conflict of interest, for the whole case; one that is declared closes the gate of every session of theirs there.',
  who: ['clerk', 'interpreter-with-account'],
  params: sessionParams,
  body: z.strictObject({ pseudonym: oneOfSeveral, declaration }),
  answer: moved,
  status: 201,
  refusals: [...gateRefusals, 'conflict-declared', 'nothing-to-decide'],
});

export const takeOath = route({
  method: 'POST',
  path: '/api/interpreting/:sessionId/oath',
  summary: 'The interpreter’s oath, affirmation or undertaking, taken for this session or kept on file.',
  who: ['clerk'],
  params: sessionParams,
  body: z.strictObject({ pseudonym: oneOfSeveral, oath }),
  answer: moved,
  status: 201,
  refusals: [...gateRefusals, 'material-not-usable'],
});

/** SHA-256 in hexadecimal of what a briefing says. */
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'Not a SHA-256 in hexadecimal.')
  .meta({ examples: ['0'.repeat(64)] });

export const acknowledgeBriefing = route({
  method: 'POST',
  path: '/api/interpreting/:sessionId/briefing',
  summary: 'The interpreter’s receipt of the briefing that is named by its hash.',
  who: ['clerk', 'interpreter-with-account'],
  params: sessionParams,
  body: z.strictObject({ pseudonym: oneOfSeveral, hash }),
  answer: moved,
  status: 201,
  refusals: [...gateRefusals, 'changed-meanwhile', 'nothing-to-decide'],
});

/** Why somebody is not understood. */
export const notUnderstoodReasons = ['language', 'dialect', 'meaning'] as const;

export const reportNotUnderstood = route({
  method: 'POST',
  path: '/api/interpreting/:sessionId/not-understood',
  summary:
    'Says that an interpreter and whoever is heard do not understand each other: the gate closes until the team can.',
  who: ['clerk', 'support-officer', 'judge'],
  params: sessionParams,
  body: z.strictObject({ pseudonym: oneOfSeveral, why: z.enum(notUnderstoodReasons) }),
  answer: moved,
  status: 201,
  refusals: [...gateRefusals],
});

/** What an interpreter needs to prepare, and nothing else: not who is heard, not where. */
const briefing = z.strictObject({
  kind: sessionKind,
  between: assignment.shape.between,
  direction: assignment.shape.direction,
  dialect: z.string().optional(),
  mode: interpretingMode,
  part: z.enum(partsInTeam),
  topics: assignment.shape.topics,
  /** Who is heard, by pseudonym. */
  heard: z.array(anyPseudonym),
});
export type Briefing = z.output<typeof briefing>;

export const readBriefing = route({
  method: 'GET',
  path: '/api/interpreting/:sessionId/briefing',
  summary: 'What an interpreter is told before a session, once they are confirmed.',
  entered: 'case',
  who: ['clerk', 'interpreter-with-account'],
  params: sessionParams,
  query: z.strictObject({ pseudonym: oneOfSeveral }),
  answer: z.strictObject({
    briefing: briefing
      .extend({ hash, hours: z.array(z.strictObject({ start: instant, end: instant })) })
      .optional(),
  }),
});

export const readAssignment = route({
  method: 'GET',
  path: '/api/interpreting/:sessionId',
  summary: 'How an interpreter of the session stands: confirmation, declaration, oath, briefing.',
  entered: 'case',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
    'judge',
  ],
  params: sessionParams,
  query: z.strictObject({ pseudonym: oneOfSeveral }),
  answer: z.strictObject({
    assignment: assignment
      /** The languages for those alone who need them; what else would tell a place or a name is the clerk’s. */
      .extend({ between: assignment.shape.between.optional(), recordedAt: instant })
      .partial({ vetting: true, topics: true })
      .optional(),
    /** The form of before November 2026. */
    earlier: earlierAssignment
      .extend({ between: earlierAssignment.shape.between.optional(), recordedAt: instant })
      .optional(),
    declared: z.enum(['none', 'declared']).optional(),
    oath: z
      .strictObject({
        form: z.enum(oathForms),
        state: countryCode,
        onFile: z.boolean(),
        onPaper: z.boolean(),
      })
      .optional(),
    /** Whether there is a receipt of the briefing as it is now. */
    briefed: z.boolean(),
    notUnderstood: z.enum(notUnderstoodReasons).optional(),
    /** What is missing in the whole team. */
    lacks: z.array(z.enum(lacks)),
    /** What is known of the oath of an interpreter before a court of the State that asks. */
    law: z.strictObject({
      state: countryCode,
      standing: z.enum(standings),
      value: z.string().optional(),
    }),
  }),
});
