import * as z from 'zod';
import { route } from '../shared/http/contract.ts';
import { id } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { languageTag } from '../shared/values/languages.ts';
import { humanText } from '../shared/values/text.ts';

const sessionParams = z.strictObject({ sessionId: id });

/** Consent to take part is not consent to be recorded, nor to share: each is asked and answered alone. */
export const consentScopes = [
  'takePart',
  'liveVideo',
  'recording',
  'shareWithProsecutor',
  'shareWithCourt',
] as const;
const yesNo = z.enum(['yes', 'no']);

export const consent = z.strictObject({
  scopes: z.strictObject(
    Object.fromEntries(consentScopes.map((name) => [name, yesNo])) as Record<
      (typeof consentScopes)[number],
      typeof yesNo
    >,
  ),
  /** The language in which it was explained to her. */
  language: languageTag,
  /** Whether an interpreter was needed for the explaining, and was there. */
  interpreter: z.enum(['not-needed', 'present']),
  method: z.enum(['read-by-herself', 'read-to-her', 'explained-with-pictures']),
  /** What she was told; each must be true for consent to be informed. */
  told: z.strictObject({
    voluntary: z.boolean(),
    mayStop: z.boolean(),
    helpDoesNotDepend: z.boolean(),
    risks: z.boolean(),
  }),
  /** She said it back in her own words. */
  understood: z.boolean(),
  mark: z.enum(['signature', 'thumbprint', 'spoken-before-two-witnesses']),
});

export const riskPlan = z.strictObject({
  decision: z.enum(['go', 'no-go']),
  /** Risk that remains in each phase after the measures. */
  phases: z.strictObject({
    before: z.enum(['low', 'medium', 'high']),
    travel: z.enum(['low', 'medium', 'high']),
    inSession: z.enum(['low', 'medium', 'high']),
    after: z.enum(['low', 'medium', 'high']),
  }),
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
  /** Her own view of the danger was asked and is reflected. */
  herViewHeard: z.boolean(),
  note: humanText(400).optional(),
});

export const recordConsent = route({
  method: 'POST',
  path: '/api/witnesses/:sessionId/consent',
  summary:
    'Records what the witness consented to, and how; opens the gate when she agrees to take part by live video.',
  who: ['support-officer'],
  params: sessionParams,
  body: consent,
  answer: z.strictObject({ gate: z.enum(['open', 'refused']) }),
  status: 201,
  refusals: ['consent-missing', 'room-ended'],
});

export const withdrawConsent = route({
  method: 'POST',
  path: '/api/witnesses/:sessionId/withdrawal',
  summary:
    'Records that the witness withdraws her consent: the door closes and the rooms are taken away at once.',
  urgency: 'stopping',
  who: ['support-officer'],
  params: sessionParams,
  body: z.strictObject({}),
  answer: z.strictObject({ gate: z.enum(['refused']) }),
  status: 201,
  refusals: ['gate-not-needed', 'room-ended'],
});

export const approveRiskPlan = route({
  method: 'POST',
  path: '/api/witnesses/:sessionId/risk-plan',
  summary: 'Approves the risk plan (go) or decides against the session (no-go).',
  who: ['support-officer'],
  params: sessionParams,
  body: riskPlan,
  answer: z.strictObject({ gate: z.enum(['open', 'refused']) }),
  status: 201,
  refusals: ['gate-not-needed', 'room-ended', 'invalid-request'],
});

export const readWitness = route({
  method: 'GET',
  path: '/api/witnesses/:sessionId',
  summary: 'Consent and risk plan in full for her holder; for other members only that they are there.',
  who: ['prosecutor', 'clerk', 'support-officer', 'attending-officer', 'central-authority', 'auditor'],
  params: sessionParams,
  answer: z.strictObject({
    consent: z
      .strictObject({ recordedAt: instant, withdrawnAt: instant.optional(), record: consent.optional() })
      .optional(),
    riskPlan: z
      .strictObject({ recordedAt: instant, decision: z.enum(['go', 'no-go']), plan: riskPlan.optional() })
      .optional(),
  }),
});
