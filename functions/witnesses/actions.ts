/**
 * What this capability enters in the log of a case. An entry tells the result for the gate and
 * nothing more in clear; what was said, and the plan, are sealed.
 */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { consentScopes } from './consent/contract.ts';
import { waivableWish, waivedBy } from './contract.ts';
import { otherSealed } from './consent/sealed.ts';
import { earlierScopes } from './earlier/contract.ts';
import { forHolderAlone } from './plan/parts.ts';
import { erasureGrounds, unmaskingGrounds } from './vault/contract.ts';

const opens = z.strictObject({ gate: z.literal('open') });
/** The other's word is missing; while a plan was one person's alone, it opened the gate. */
const waits = z.strictObject({ gate: z.enum(['missing', 'open']) });
const closes = z.strictObject({ gate: z.literal('refused') });

/** The witness's word, entered by the one who holds contact. */
const herWord = {
  log: 'case',
  part: { 'support-officer': 'about' },
  by: ['support-officer'],
  authority: ['consent'],
  subject: { witness: pseudonym },
} as const;

/** Field by field, so that a court can be shown one without the others. The rest came later, or is asked no more. */
const said = {
  sealed: ['takePart', 'liveVideo', 'recording', 'language', 'interpreter', 'method', 'mark'],
  maySeal: [...consentScopes, ...otherSealed, ...earlierScopes, 'born'],
  // What they agreed to, and how it was shown. Languages, marks and days of birth tell who somebody is; a plan, where.
  disclosable: { keeper: 'witnesses', fields: ['takePart', 'liveVideo', 'recording', 'method'] },
} as const;

export const consentGiven = defineAction({ action: 'consent.given', ...herWord, details: opens, ...said });
export const consentRefused = defineAction({
  action: 'consent.refused',
  ...herWord,
  details: closes,
  ...said,
});
/** They do not wish for a woman as interpreter, or for a supporter, any more, or not for now; who said so, themselves or for a child its guardian, and how. */
export const consentWishWaived = defineAction({
  action: 'consent.wish-waived',
  ...herWord,
  by: ['support-officer', 'witness', 'guardian'],
  details: z.strictObject({ wish: waivableWish }).extend(waivedBy.partial().shape),
});
/** By themselves too, or by whoever speaks for a child. */
export const consentWithdrawn = defineAction({
  action: 'consent.withdrawn',
  ...herWord,
  by: ['support-officer', 'witness', 'guardian'],
  details: closes,
});

const aboutThePlan = {
  log: 'case',
  part: { 'support-officer': 'about' },
  authority: ['role'],
  subject: { witness: pseudonym },
} as const;
const plan = {
  ...aboutThePlan,
  by: ['support-officer'],
  sealed: ['plan'],
  maySeal: forHolderAlone,
} as const;

export const riskPlanApproved = defineAction({ action: 'risk-plan.approved', ...plan, details: waits });
export const riskPlanDeclined = defineAction({ action: 'risk-plan.declined', ...plan, details: closes });

export const riskPlanSeconded = defineAction({
  action: 'risk-plan.seconded',
  ...aboutThePlan,
  by: ['prosecutor'],
  details: z.strictObject({ gate: z.enum(['open', 'missing', 'refused']) }),
});
export const riskPlanOpposed = defineAction({
  action: 'risk-plan.opposed',
  ...aboutThePlan,
  by: ['prosecutor'],
  details: closes,
});
/** Why is the witness's own: it is sealed. */
export const riskPlanReopened = defineAction({
  action: 'risk-plan.reopened',
  ...aboutThePlan,
  // A clerk names a new accused; those beside an accused, and the court, say that somebody was released.
  by: ['support-officer', 'prosecutor', 'clerk', 'judge', 'custody-officer'],
  details: z.strictObject({ gate: z.enum(['missing', 'refused']) }),
  sealed: ['trigger'],
});

/** The vault: that something is kept, and each step on the way to reading it. Who somebody is, and why it is asked, are sealed. */
const inTheVault = {
  log: 'case',
  /** A central authority reads what it asked or agreed to itself. */
  part: { 'support-officer': 'about', 'central-authority': 'theirs' },
  by: ['support-officer', 'central-authority', 'judge'],
  authority: ['role'],
  subject: { witness: pseudonym },
} as const;

export const identityKept = defineAction({
  action: 'identity.kept',
  ...inTheVault,
  by: ['support-officer'],
  details: z.strictObject({ version: z.int().min(1) }),
  sealed: ['identity'],
});

export const unmaskingAsked = defineAction({
  action: 'unmasking.asked',
  ...inTheVault,
  details: z.strictObject({ unmasking: id, ground: z.enum(unmaskingGrounds), minutes: z.int().min(1) }),
  sealed: ['reason'],
});

export const unmaskingAgreed = defineAction({
  action: 'unmasking.agreed',
  ...inTheVault,
  details: z.strictObject({ unmasking: id, askedBy: pseudonym, until: z.string() }),
});

export const unmaskingDeclined = defineAction({
  action: 'unmasking.declined',
  ...inTheVault,
  details: z.strictObject({ unmasking: id, askedBy: pseudonym }),
});

/** Each single time. */
export const identityRead = defineAction({
  action: 'identity.read',
  ...inTheVault,
  authority: ['permission'],
  details: z.strictObject({
    unmasking: id,
    reading: z.int().min(1),
    until: z.string(),
  }),
});

export const identityErased = defineAction({
  action: 'identity.erased',
  ...inTheVault,
  by: ['support-officer'],
  details: z.strictObject({
    ground: z.enum(erasureGrounds),
    version: z.int().min(1),
    /** A child's consent ended on the eve of the birthday, which is erased: it is asked anew. Older entries do not say. */
    consentFell: z.boolean().optional(),
  }),
});
