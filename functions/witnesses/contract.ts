import * as z from 'zod';
import { route } from '../shared/http/contract.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { tells } from '../shared/values/personal-fields.ts';
import { instant } from '../shared/values/instants.ts';
import { consentReasons, consentRecord, evidenceRules, neededOfConsent } from './consent/contract.ts';
import { earlierConsent, earlierPlan } from './earlier/contract.ts';
import { enteredPlan, fullPlan, planOfProsecutor, planReasons, reviewTriggers } from './plan/contract.ts';

const sessionParams = z.strictObject({ sessionId: id });
/** A person to be heard, by pseudonym. */
const partyParams = z.strictObject({ caseId: id, party: pseudonym });
const decision = z.enum(['go', 'no-go']);
/** What came of it for the gate. */
const gate = z.strictObject({ gate: z.enum(['open', 'missing', 'refused']) });

export const recordConsent = route({
  method: 'POST',
  path: '/api/witnesses/:caseId/:party/consent',
  summary:
    'Records what the witness consented to, and how, once for the case; every session of theirs follows.',
  who: ['support-officer'],
  params: partyParams,
  body: consentRecord,
  answer: gate,
  status: 201,
  refusals: ['consent-missing', 'guardian-needed', 'identity-erased', 'material-not-usable'],
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

/** How an officer was told; it is their word, and not the officer’s. */
export const waivedHow = ['aloud', 'by-telephone', 'in-writing', 'by-sign'] as const;
const whoWaives = z.enum(['themselves', 'guardian']);
/** Who waived a wish, and how. */
export const waivedBy = z.strictObject({ by: whoWaives, how: z.enum([...waivedHow, 'on-their-page']) });
export type WaivedBy = z.output<typeof waivedBy>;

/** Wishes that keep something closed until they are kept, or waived by whoever wished. */
export const waivableWish = z.enum(['womanInterpreter', 'supporter']);
export type WaivableWish = z.infer<typeof waivableWish>;

export const waiveWish = route({
  method: 'POST',
  path: '/api/witnesses/:caseId/:party/wishes',
  summary:
    'Enters the own word of a witness who wished for a woman as interpreter, or for a supporter, and waives it: the gate of a confirmed interpreter opens, or they are let in alone.',
  who: ['support-officer'],
  params: partyParams,
  body: z.strictObject({
    waived: waivableWish,
    said: z.strictObject({ by: whoWaives, how: z.enum(waivedHow) }),
  }),
  answer: gate,
  status: 201,
  refusals: ['gate-not-needed', 'guardian-needed'],
});

export const approveRiskPlan = route({
  method: 'POST',
  path: '/api/witnesses/:caseId/:party/risk-plan',
  summary:
    'Enters the risk plan with a go, which waits for the prosecutor’s, or a no-go, which closes the gate.',
  who: ['support-officer'],
  params: partyParams,
  body: enteredPlan,
  /** By its number the prosecutor says of which plan they speak. */
  answer: gate.extend({ plan: z.int().min(1) }),
  status: 201,
  refusals: ['unknown-zone'],
});

export const decideOnRiskPlan = route({
  method: 'POST',
  path: '/api/witnesses/:caseId/:party/risk-plan/word',
  summary:
    'The prosecutor’s go for the plan that stands, by its number, or a no-go, which closes the gate at once.',
  who: ['prosecutor'],
  params: partyParams,
  /** The number of the plan that was read; without it nothing but a no-go can be said. */
  body: z.strictObject({ decision, plan: z.int().min(1).optional() }),
  answer: gate,
  status: 201,
  refusals: ['changed-meanwhile'],
});

export const reopenRiskPlan = route({
  method: 'POST',
  path: '/api/witnesses/:caseId/:party/risk-plan/review',
  summary:
    'Says that something happened for which the plan must be looked at again: the gate closes until it is. Those beside an accused, and the court, say that somebody was released.',
  who: ['support-officer', 'prosecutor', 'clerk', 'judge', 'custody-officer'],
  params: partyParams,
  body: z.strictObject({ trigger: z.enum(reviewTriggers) }),
  answer: gate,
  status: 201,
});

const recorded = z.strictObject({
  /** They are heard by order of the court, with what they want recorded; it stands in the place of consent, and is none. */
  byOrder: z.literal(true).optional(),
  consent: z
    .strictObject({
      recordedAt: instant,
      withdrawnAt: instant.optional(),
      /** Why it does not stand, where it does not. */
      reason: z.enum(consentReasons).optional(),
      /** When the wish for a woman as interpreter was waived. */
      waivedAt: instant.optional(),
      /** When the wish for a supporter was. */
      supporterWaivedAt: instant.optional(),
      /** What becomes of what was taken before. */
      evidence: z.enum(evidenceRules).optional(),
      record: consentRecord.optional(),
      /** The form of before November 2026. */
      earlier: earlierConsent.optional(),
      needed: neededOfConsent.optional(),
    })
    .optional(),
  riskPlan: z
    .strictObject({
      recordedAt: instant,
      decision,
      /** By it the prosecutor says of which plan they speak. */
      number: z.int(),
      /** What keeps it from standing. */
      reason: z.enum(planReasons).optional(),
      plan: fullPlan.optional(),
      /** The form of before November 2026. */
      earlier: earlierPlan.optional(),
      forProsecutor: planOfProsecutor.optional(),
      /** The sign by which the person stops, for those who must obey it; the word for an emergency is told to nobody. */
      stopSign: tells('stopSign', z.string()).optional(),
    })
    .optional(),
});

export const readWitness = route({
  method: 'GET',
  path: '/api/witnesses/:caseId/:party',
  summary:
    'Consent and risk plan in full for the holder; for those who run the session what they need of them, for others only that they are there.',
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
  params: partyParams,
  answer: recorded,
});

export const readWitnessOfSession = route({
  method: 'GET',
  path: '/api/witnesses/:sessionId',
  summary: 'The same as it was recorded for one session, before it stood for the case.',
  entered: 'case',
  who: ['prosecutor', 'clerk', 'support-officer', 'attending-officer', 'central-authority', 'auditor'],
  params: sessionParams,
  answer: recorded,
});
