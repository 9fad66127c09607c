import * as z from 'zod';
import { languageTag } from '../../shared/values/languages.ts';
import { humanText } from '../../shared/values/text.ts';

/** The forms of consent and plan that were recorded until November 2026. They are read, and recorded no more. */

const yesNo = z.enum(['yes', 'no']);
const level = z.enum(['low', 'medium', 'high']);

export const earlierScopes = [
  'takePart',
  'liveVideo',
  'recording',
  'shareWithProsecutor',
  'shareWithCourt',
] as const;

export const earlierConsent = z.strictObject({
  scopes: z.strictObject(
    Object.fromEntries(earlierScopes.map((name) => [name, yesNo])) as Record<
      (typeof earlierScopes)[number],
      typeof yesNo
    >,
  ),
  language: languageTag,
  interpreter: z.enum(['not-needed', 'present']),
  method: z.enum(['read-by-herself', 'read-to-her', 'explained-with-pictures']),
  told: z.strictObject({
    voluntary: z.boolean(),
    mayStop: z.boolean(),
    helpDoesNotDepend: z.boolean(),
    risks: z.boolean(),
  }),
  understood: z.boolean(),
  mark: z.enum(['signature', 'thumbprint', 'spoken-before-two-witnesses']),
});
export type EarlierConsent = z.output<typeof earlierConsent>;

/** Decided by the support officer alone. */
export const earlierPlan = z.strictObject({
  decision: z.enum(['go', 'no-go']),
  phases: z.strictObject({ before: level, travel: level, inSession: level, after: level }),
  measures: z
    .array(
      z.enum([
        'pseudonym',
        'separate-arrival',
        'supporter-beside-her',
        'breaks-agreed',
        'stop-signal',
        'escort-home',
        'counselling-after',
      ]),
    )
    .min(1)
    .max(12),
  herViewHeard: z.boolean(),
  note: humanText('plan', 400).optional(),
});
