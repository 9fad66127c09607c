import * as z from 'zod';
import { route } from '../shared/http/contract.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { languageTag } from '../shared/values/languages.ts';
import { humanText } from '../shared/values/text.ts';

const sessionParams = z.strictObject({ sessionId: id });
/** A person to be heard, by pseudonym. */
const partyParams = z.strictObject({ caseId: id, party: pseudonym });

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
  path: '/api/witnesses/:caseId/:party/consent',
  summary:
    'Records what the witness consented to, and how, once for the case; every session of theirs follows.',
  who: ['support-officer'],
  params: partyParams,
  body: consent,
  answer: z.strictObject({ gate: z.enum(['open', 'refused']) }),
  status: 201,
  refusals: ['consent-missing'],
});

export const withdrawConsent = route({
  method: 'POST',
  path: '/api/witnesses/:caseId/:party/withdrawal',
  summary:
    'Records that the witness withdraws their consent, at any time: no pass is minted from now on, and the rooms are taken away.',
  urgency: 'stopping',
  who: ['support-officer'],
  params: partyParams,
  body: z.strictObject({}),
  answer: z.strictObject({ gate: z.enum(['refused']) }),
  status: 201,
});

export const approveRiskPlan = route({
  method: 'POST',
  path: '/api/witnesses/:caseId/:party/risk-plan',
  summary: 'Approves the risk plan (go) or decides against hearing the witness (no-go), once for the case.',
  who: ['support-officer'],
  params: partyParams,
  body: riskPlan,
  answer: z.strictObject({ gate: z.enum(['open', 'refused']) }),
  status: 201,
  refusals: ['invalid-request'],
});

const recorded = z.strictObject({
  consent: z
    .strictObject({ recordedAt: instant, withdrawnAt: instant.optional(), record: consent.optional() })
    .optional(),
  riskPlan: z
    .strictObject({ recordedAt: instant, decision: z.enum(['go', 'no-go']), plan: riskPlan.optional() })
    .optional(),
});

export const readWitness = route({
  method: 'GET',
  path: '/api/witnesses/:caseId/:party',
  summary: 'Consent and risk plan in full for the holder; for other members only that they are there.',
  who: ['prosecutor', 'clerk', 'support-officer', 'attending-officer', 'central-authority', 'auditor'],
  params: partyParams,
  answer: recorded,
});

export const readWitnessOfSession = route({
  method: 'GET',
  path: '/api/witnesses/:sessionId',
  summary: 'The same as it was recorded for one session, before it stood for the case.',
  who: ['prosecutor', 'clerk', 'support-officer', 'attending-officer', 'central-authority', 'auditor'],
  params: sessionParams,
  answer: recorded,
});
