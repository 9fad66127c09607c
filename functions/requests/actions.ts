/** What this capability enters in the log of a case: the host State's decision, and on which terms. */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { countryCode } from '../shared/values/countries.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { legalBasis, permissionCondition } from './contract.ts';

const hostState: z.ZodType<string, string> = countryCode;

/** The authority's own reference is what an entry stands on. */
const decision = {
  log: 'case',
  by: ['central-authority'],
  authority: ['permission'],
  /** Entries of before name the session on which it was decided. */
  subject: { witness: pseudonym, session: id },
  details: z.strictObject({
    /** Whose decision it is. Entries of before do not say. */
    hostState: hostState.optional(),
    legalBasis,
    decidedOn: z.iso.date(),
    validUntil: z.iso.date(),
    conditions: z.array(permissionCondition),
  }),
} as const;

export const permissionGranted = defineAction({ action: 'permission.granted', ...decision });
export const permissionRefused = defineAction({ action: 'permission.refused', ...decision });
