/** What this capability enters in the log of a session: the host State's decision, and on which terms. */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { id } from '../shared/values/ids.ts';
import { legalBasis, permissionCondition } from './contract.ts';

/** The authority's own reference is what an entry stands on. */
const decision = {
  log: 'session',
  by: ['central-authority'],
  authority: ['permission'],
  subject: { session: id },
  details: z.strictObject({
    legalBasis,
    decidedOn: z.iso.date(),
    validUntil: z.iso.date(),
    conditions: z.array(permissionCondition),
  }),
} as const;

export const permissionGranted = defineAction({ action: 'permission.granted', ...decision });
export const permissionRefused = defineAction({ action: 'permission.refused', ...decision });
