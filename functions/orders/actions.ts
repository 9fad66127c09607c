/**
 * What this capability enters in the log of a case: what was asked for, said and decided. Between whom, and which measures,
 * stands there in clear, since a court is held to it; why is sealed. What was not said is sealed as nothing, so that not even
 * that shows.
 */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { levels } from './measures/contract.ts';

const level = z.enum(levels).optional();

/** Of a pair who is protected from whom; else the session. */
const about = { protected: pseudonym.optional(), from: pseudonym.optional(), session: id.optional() };
const measures = { meet: z.boolean().optional(), seen: level, heard: level, sees: level, hears: level };

const inCase = { log: 'case', authority: ['role'], subject: { case: id } } as const;

export const orderAskedFor = defineAction({
  action: 'order.asked-for',
  part: { 'support-officer': 'about' },
  ...inCase,
  by: ['prosecutor', 'support-officer', 'victim-counsel'],
  details: z.strictObject({ ...about, ...measures }),
  sealed: ['ground', 'forTheJudge'],
  // What is for the judge alone stays that.
  disclosable: { keeper: 'orders', fields: ['ground'] },
});

export const defenceStated = defineAction({
  action: 'order.defence-stated',
  ...inCase,
  by: ['defence-counsel'],
  details: z.strictObject(about),
  sealed: ['statement'],
  disclosable: { keeper: 'orders', fields: ['statement'] },
});

const decided = {
  ...inCase,
  by: ['judge'],
  sealed: ['reasons', 'whyNotHeard', 'overPlan'],
  // Not what a risk plan asks.
  disclosable: { keeper: 'orders', fields: ['reasons', 'whyNotHeard'] },
} as const;
/** Who sits beside somebody, or in a session that is held in camera, keeps what is ordered. */
const part = { 'support-officer': 'about', 'attending-officer': 'about' } as const;
/** Of entries of this log, by their leaf hashes: what they ordered does not hold at any time any more. */
const ends = z.array(z.string()).optional();
const ordered = z.strictObject({
  ...about,
  ...measures,
  validFrom: instant,
  validUntil: instant.optional(),
  defenceHeard: z.boolean(),
  ends,
});

export const orderMade = defineAction({ action: 'order.made', ...decided, part, details: ordered });
export const orderChanged = defineAction({ action: 'order.changed', ...decided, part, details: ordered });
export const orderLifted = defineAction({
  action: 'order.lifted',
  ...decided,
  part,
  details: z.strictObject({ ...about, validFrom: instant, defenceHeard: z.boolean(), ends }),
});
/** In the place of consent; what the person wants themselves is sealed. */
const toTestify = {
  log: 'case',
  part: { 'support-officer': 'about' },
  by: ['judge'],
  authority: ['role'],
  subject: { witness: pseudonym },
} as const;
export const testimonyOrdered = defineAction({
  action: 'testimony.ordered',
  ...toTestify,
  details: z.strictObject({ gate: z.literal('open'), basis: z.string(), validUntil: instant.optional() }),
  sealed: ['reasons', 'wishes'],
  disclosable: { keeper: 'orders', fields: ['reasons'] },
});
export const testimonyOrderLifted = defineAction({
  action: 'testimony.order-lifted',
  ...toTestify,
  details: z.strictObject({ gate: z.enum(['missing', 'refused']) }),
  sealed: ['reasons'],
  disclosable: { keeper: 'orders', fields: ['reasons'] },
});
export const orderDeclined = defineAction({
  action: 'order.declined',
  part: { 'support-officer': 'about' },
  ...decided,
  details: z.strictObject(about),
});
