import * as z from 'zod';
import { role } from '../../shared/access/roles.ts';
import { countryCode } from '../../shared/values/countries.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { humanText } from '../../shared/values/text.ts';
import { languageTag } from '../../shared/values/languages.ts';
import { usedText } from '../../witnesses/material/contract.ts';

/** An act of a hearing as somebody is shown it, and its closed words. Source: domain notes A3, A5, e 17–31. */

export const oathForms = ['oath', 'affirmation', 'undertaking'] as const;
/** What is told to whoever is heard, before the first question and again where the court does. */
export const toldTexts = ['rights', 'warning'] as const;
export const outcomes = { oath: ['taken', 'refused'], readBack: ['confirmed', 'refused'] } as const;

export const grounds = [
  'leading',
  'relevance',
  'hearsay',
  'form-of-question',
  'privilege',
  'harassing',
  'outside-permission',
  'screening',
  'other',
] as const;
/** What somebody says is wrong with a rendition. */
export const challengeKinds = ['left-out', 'added', 'wrong-word', 'wrong-meaning', 'not-understood'] as const;

/** `reserved` is no end: it is ruled on again. */
export const rulings = {
  objection: ['sustained', 'overruled', 'reserved'],
  challenge: ['stands', 'corrected', 'asked-again', 'interpreter-changed', 'reserved'],
  stop: [
    'answer-again',
    'question-again',
    'answer-stands',
    'question-withdrawn',
    'no-more-questions',
    'reserved',
  ],
} as const;
export type RuledOn = keyof typeof rulings;
export type Ruling = (typeof rulings)[RuledOn][number];

/** After each speaker, while they speak, or by way of another interpreter. */
export const interpretedHow = ['consecutive', 'simultaneous', 'relay'] as const;

/** By whoever is heard, on their own page. */
export const signals = ['say-again', 'not-understood'] as const;

/** What somebody said of an objection, of a rendition, of the record. It is sealed in the log. */
export const saidInCourt = (most: number) => humanText('saidInCourt', most, { lines: true });

/** A place in the record: a page, a time, a question’s number; and what it is to say there. */
export const correction = z.strictObject({ place: saidInCourt(60), text: saidInCourt(400) });

/** Who interprets from what into what, and whose interpreter they are in it, either way: of one of the session, or the court’s. */
export const channel = z.strictObject({
  interpreter: pseudonym,
  from: languageTag,
  to: languageTag,
  of: z.union([z.literal('court'), pseudonym]),
});

const by = z.strictObject({ seat: role, pseudonym });
const everyAct = {
  act: id,
  at: instant,
  by: by.optional(),
  /** The clerk entered it on this judge’s word. */
  onWordOf: pseudonym.optional(),
};
const text = usedText.optional();
/** Whether nobody who answers for a text had read it. */
const draft = z.boolean().optional();

/** What is not theirs to know is absent. */
export const shownAct = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('oath'),
    ...everyAct,
    of: pseudonym,
    form: z.enum(oathForms),
    state: countryCode.optional(),
    text,
    draft,
    /** Read to them by whoever interprets. */
    readOut: z.boolean().optional(),
    before: pseudonym.optional(),
    answered: z.enum(['aloud', 'own-page']),
    /** Absent while their own page asks. */
    outcome: z.enum(outcomes.oath).optional(),
  }),
  z.strictObject({
    kind: z.literal('told'),
    ...everyAct,
    of: pseudonym,
    what: z.enum(toldTexts),
    text,
    draft,
    readOut: z.boolean().optional(),
    told: pseudonym.optional(),
    understood: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('read-back'),
    ...everyAct,
    of: pseudonym,
    language: languageTag.optional(),
    interpreter: pseudonym.optional(),
    corrections: z.array(correction).optional(),
    outcome: z.enum(outcomes.readBack),
  }),
  z.strictObject({
    kind: z.literal('objection'),
    ...everyAct,
    ground: z.enum(grounds),
    words: saidInCourt(300).optional(),
  }),
  z.strictObject({
    kind: z.literal('challenge'),
    ...everyAct,
    what: z.enum(challengeKinds),
    interpreter: pseudonym.optional(),
    words: saidInCourt(300).optional(),
  }),
  z.strictObject({ kind: z.literal('stop'), ...everyAct, of: pseudonym }),
  z.strictObject({
    kind: z.literal('ruling'),
    ...everyAct,
    on: id,
    ruling: z.enum([...new Set([...rulings.objection, ...rulings.challenge, ...rulings.stop])]),
  }),
  z.strictObject({
    kind: z.literal('languages'),
    ...everyAct,
    how: z.enum(interpretedHow),
    channels: z.array(channel.partial({ from: true, to: true })),
  }),
  z.strictObject({ kind: z.literal('hand-over'), ...everyAct, from: pseudonym, to: pseudonym }),
  z.strictObject({
    kind: z.literal('taken-over'),
    ...everyAct,
    on: id,
    from: pseudonym,
    to: pseudonym,
    /** For how many whole minutes the one who hands over had worked without a rest. */
    minutes: z.int().optional(),
  }),
  z.strictObject({ kind: z.literal('signal'), ...everyAct, what: z.enum(signals) }),
]);
export type ShownAct = z.input<typeof shownAct>;
