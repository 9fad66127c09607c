import * as z from 'zod';
import { role } from '../shared/access/roles.ts';
import { stepFields } from '../shared/store/numbered-series.ts';
import { instant } from '../shared/values/instants.ts';
import { usedText } from '../witnesses/material/contract.ts';
import {
  channel,
  challengeKinds,
  grounds,
  interpretedHow,
  oathForms,
  outcomes,
  rulings,
  signals,
  toldTexts,
} from './acts/contract.ts';

/** An act as it is kept: what was said or ruled, by whom, and what opens that which the log only has sealed. Nothing is overwritten. */

/** Somebody of the session, by seat and pseudonym. */
const somebody = z.object({ seat: role, pseudonym: z.string() });
export type Somebody = z.infer<typeof somebody>;

const every = {
  ...stepFields,
  recordedAt: instant,
  id: z.string(),
  by: somebody,
  onWordOf: z.string().optional(),
  disclosures: z.record(z.string(), z.string()).default({}),
};
const words = z.string().optional();

export const act = z.discriminatedUnion('kind', [
  z.object({
    ...every,
    kind: z.literal('oath'),
    of: somebody,
    form: z.enum(oathForms),
    state: z.string(),
    text: usedText,
    draft: z.boolean(),
    readOut: z.boolean(),
    answered: z.enum(['aloud', 'own-page']),
    outcome: z.enum(outcomes.oath).optional(),
  }),
  z.object({ ...every, kind: z.literal('oath-answer'), on: z.string(), outcome: z.enum(outcomes.oath) }),
  z.object({
    ...every,
    kind: z.literal('told'),
    of: somebody,
    what: z.enum(toldTexts),
    text: usedText,
    draft: z.boolean(),
    readOut: z.boolean(),
    told: z.string(),
    understood: z.boolean(),
  }),
  z.object({
    ...every,
    kind: z.literal('read-back'),
    of: somebody,
    language: z.string(),
    interpreter: z.string().optional(),
    corrections: z.array(z.object({ place: z.string(), text: z.string() })),
    outcome: z.enum(outcomes.readBack),
  }),
  z.object({ ...every, kind: z.literal('objection'), ground: z.enum(grounds), words }),
  z.object({
    ...every,
    kind: z.literal('challenge'),
    what: z.enum(challengeKinds),
    interpreter: z.string().optional(),
    words,
  }),
  z.object({ ...every, kind: z.literal('stop'), of: somebody }),
  z.object({
    ...every,
    kind: z.literal('ruling'),
    on: z.string(),
    ruling: z.enum([...new Set([...rulings.objection, ...rulings.challenge, ...rulings.stop])]),
  }),
  z.object({
    ...every,
    kind: z.literal('languages'),
    how: z.enum(interpretedHow),
    channels: z.array(channel),
  }),
  z.object({ ...every, kind: z.literal('hand-over'), from: z.string(), to: z.string() }),
  z.object({
    ...every,
    kind: z.literal('taken-over'),
    on: z.string(),
    from: z.string(),
    to: z.string(),
    minutes: z.int().optional(),
  }),
  z.object({ ...every, kind: z.literal('signal'), what: z.enum(signals) }),
]);
export type Act = z.infer<typeof act>;
type ActOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

/** What an act is, before it has number, name and instant. */
export type NewAct = Act extends infer Each
  ? Each extends Act
    ? Omit<Each, 'number' | 'recordedAt' | 'recordedBy' | 'id' | 'by' | 'disclosures'> &
        Partial<Pick<Each, 'disclosures'>>
    : never
  : never;

/** Of one day of the session: of several days each begins anew, with its own oath and languages. @param opensAt when its rooms admit */
export const actsSince = (acts: readonly Act[], opensAt: string): readonly Act[] =>
  acts.filter(({ recordedAt }) => recordedAt >= opensAt);

export const actNamed = <Kind extends Act['kind']>(
  acts: readonly Act[],
  kind: Kind,
  id: string,
): ActOf<Kind> | undefined => acts.find((each): each is ActOf<Kind> => each.kind === kind && each.id === id);

/** What somebody answered: on their own page, or as it was entered with it; undefined while their page asks. */
export const outcomeOf = (acts: readonly Act[], oath: ActOf<'oath'>): ActOf<'oath'>['outcome'] =>
  oath.outcome ??
  acts.find((each): each is ActOf<'oath-answer'> => each.kind === 'oath-answer' && each.on === oath.id)
    ?.outcome;
