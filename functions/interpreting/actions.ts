/** What this capability enters in the log of a session: whether an interpreter was found fit. */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { gateState } from '../sessions/contract.ts';
import { pseudonym } from '../shared/values/ids.ts';
import { assignment } from './contract.ts';

const { mode, conflict, undertaking } = assignment.shape;

/** The languages would tell where she comes from, so they are sealed. The gate is that of the whole team. */
const assigned = {
  log: 'session',
  by: ['clerk'],
  authority: ['role'],
  subject: { interpreter: pseudonym },
  details: z.strictObject({ gate: gateState, mode, conflict, undertaking }),
  sealed: ['between'],
} as const;

export const interpreterConfirmed = defineAction({ action: 'interpreter.confirmed', ...assigned });
export const interpreterDeclined = defineAction({ action: 'interpreter.declined', ...assigned });
