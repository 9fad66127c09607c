/** What this capability enters in the log of a case: which fields of which entry, to whom, by what law. Why is sealed. */
import * as z from 'zod';
import { defineAction, seatName } from '../custody/port/action.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { orderers } from './contract.ts';

const ofOrder = {
  log: 'case',
  by: orderers,
  authority: ['role'],
  /** What the entry is about whose fields they are. */
  subject: { case: id, witness: pseudonym, session: id, interpreter: pseudonym },
  // Whoever answers for somebody is told what of them was opened, and to whom.
  part: { 'support-officer': 'about' },
} as const;

/** Whom an order of the court protects, where the entry is of one. */
const ofWhom = { protected: pseudonym.optional() };

const what = {
  ...ofWhom,
  order: id,
  /** Whose log the entry is in; absent: the case’s. */
  session: id.optional(),
  /** Of the entry, and its leaf hash, by which it is meant whatever else is entered. */
  entry: z.int().min(0),
  leafHash: z.string(),
  fields: z.array(z.string()).min(1),
  to: seatName,
  basis: z.string(),
};

export const disclosureOrdered = defineAction({
  action: 'disclosure.ordered',
  ...ofOrder,
  details: z.strictObject(what),
  sealed: ['reason'],
});
/** Nobody reads by it until another agrees. */
export const disclosureAsked = defineAction({
  action: 'disclosure.asked-for',
  ...ofOrder,
  details: z.strictObject(what),
  sealed: ['reason'],
});
export const disclosureAgreed = defineAction({
  action: 'disclosure.agreed',
  ...ofOrder,
  details: z.strictObject({ ...ofWhom, order: id, fields: what.fields, to: seatName }),
});
export const disclosureLifted = defineAction({
  action: 'disclosure.lifted',
  ...ofOrder,
  details: z.strictObject({ ...ofWhom, order: id, to: seatName }),
  sealed: ['reason'],
});
