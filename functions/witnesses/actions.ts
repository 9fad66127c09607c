/**
 * What this capability enters in the log of a case. An entry tells the result for the gate and nothing more in clear; what
 * somebody said, and the plan, are sealed.
 */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { pseudonym } from '../shared/values/ids.ts';
import { consent, consentScopes } from './contract.ts';

const opens = z.strictObject({ gate: z.literal('open') });
const closes = z.strictObject({ gate: z.literal('refused') });

/** Her word, entered by the one who holds contact with her. */
const herWord = {
  log: 'case',
  by: ['support-officer'],
  authority: ['consent'],
  subject: { witness: pseudonym },
} as const;

/** Field by field, so that a court can be shown one without the others. */
const whatSheSaid = consent.pick({ language: true, interpreter: true, method: true, mark: true }).keyof();
const sealed = [...consentScopes, ...whatSheSaid.options];

export const consentGiven = defineAction({ action: 'consent.given', ...herWord, details: opens, sealed });
export const consentRefused = defineAction({
  action: 'consent.refused',
  ...herWord,
  details: closes,
  sealed,
});
export const consentWithdrawn = defineAction({ action: 'consent.withdrawn', ...herWord, details: closes });

const plan = {
  log: 'case',
  by: ['support-officer'],
  authority: ['role'],
  subject: { witness: pseudonym },
  sealed: ['plan'],
} as const;

export const riskPlanApproved = defineAction({ action: 'risk-plan.approved', ...plan, details: opens });
export const riskPlanDeclined = defineAction({ action: 'risk-plan.declined', ...plan, details: closes });
