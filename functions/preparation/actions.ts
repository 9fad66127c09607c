/**
 * What this capability enters: in the log of the case what was looked at, how tests came out and what was done for somebody
 * afterwards; in the log of a session that its gate moved, with the leaf hash of the case's entry.
 */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { gateState } from '../sessions/contract.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { taskNames } from './after/contract.ts';
import { tickers } from './checklist/checklist.ts';
import { itemNames, tickStates } from './checklist/contract.ts';
import { measuredLine, outcome, testPoints, testResult } from './test-call/contract.ts';

export const itemTicked = defineAction({
  action: 'preparation.ticked',
  part: { 'support-officer': 'theirs', 'attending-officer': 'theirs' },
  log: 'case',
  by: tickers,
  authority: ['role'],
  subject: { session: id },
  details: z.strictObject({ item: z.enum(itemNames), state: z.enum(tickStates) }),
  maySeal: ['reason'],
  disclosable: { keeper: 'preparation', fields: ['reason'] },
});

export const testRecorded = defineAction({
  action: 'rehearsal.recorded',
  part: { 'support-officer': 'theirs', 'attending-officer': 'theirs' },
  log: 'case',
  by: ['clerk', 'support-officer', 'attending-officer', 'technician'],
  authority: ['role'],
  subject: { session: id },
  details: z.strictObject({
    number: z.int(),
    what: testResult.shape.what,
    testedIn: id.optional(),
    outcome,
    // An entry is flat.
    ...testPoints.shape,
    ...measuredLine.shape,
  }),
  maySeal: ['limits'],
  disclosable: { keeper: 'preparation', fields: ['limits'] },
});

export const testSetAside = defineAction({
  action: 'rehearsal.set-aside',
  part: { 'support-officer': 'theirs', 'attending-officer': 'theirs' },
  log: 'case',
  by: ['judge', 'prosecutor'],
  authority: ['role'],
  subject: { session: id },
  details: z.strictObject({ number: z.int() }),
  sealed: ['reason'],
  disclosable: { keeper: 'preparation', fields: ['reason'] },
});

/** Why, stands in the log of the case alone. */
export const rehearsalMoved = defineAction({
  action: 'rehearsal.gate-moved',
  log: 'session',
  by: ['clerk', 'support-officer', 'attending-officer', 'technician', 'judge', 'prosecutor'],
  authority: ['role'],
  subject: { session: id },
  details: z.strictObject({ state: gateState, setAside: z.literal(true).optional(), caseEntry: z.string() }),
});

export const taskClosed = defineAction({
  action: 'aftercare.closed',
  part: { 'support-officer': 'about' },
  log: 'case',
  by: ['support-officer'],
  authority: ['role'],
  subject: { witness: pseudonym },
  details: z.strictObject({
    task: z.enum(taskNames),
    occasion: z.union([id, z.literal('withdrawal')]),
    state: z.enum(['done', 'not-needed']),
  }),
  sealed: ['note'],
});
