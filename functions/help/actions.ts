/** What this capability enters, in the log of the case and never in that of a session, which both sides read. */
import * as z from 'zod';
import { roomRoles } from '../shared/access/roles.ts';
import { defineAction } from '../custody/port/action.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { callers } from './alarm/contract.ts';
import { onCallRoles } from './on-call/contract.ts';
import { helpers, troubles } from './technical/contract.ts';

/** Whoever sits beside somebody else of the case must not learn that they called. */
const part = { 'support-officer': 'theirs' } as const;

export const onCallKept = defineAction({
  action: 'on-call.kept',
  part,
  log: 'case',
  by: ['support-officer'],
  authority: ['role'],
  subject: { session: id },
  // In order; and to whom of them a text message goes.
  details: z.strictObject({ people: z.array(pseudonym), texted: z.array(pseudonym) }),
});

export const helpCalled = defineAction({
  action: 'help.called',
  part,
  log: 'case',
  by: callers,
  authority: ['invitation'],
  subject: { session: id },
  details: z.strictObject({ onCall: z.array(pseudonym) }),
});

/** Those whose turn it was were called, and so many text messages were taken for delivery, or were not. */
export const helpRung = defineAction({
  action: 'help.rung',
  part,
  log: 'case',
  by: [{ system: 'help' }],
  authority: ['rule'],
  subject: { session: id },
  details: z.strictObject({
    caller: pseudonym,
    people: z.array(pseudonym),
    texts: z.int(),
    notSent: z.int(),
  }),
});

export const helpAnswered = defineAction({
  action: 'help.answered',
  part,
  log: 'case',
  by: onCallRoles,
  authority: ['role'],
  subject: { session: id },
  details: z.strictObject({ caller: pseudonym, state: z.enum(['coming', 'over']) }),
});

export const technicalAsked = defineAction({
  action: 'help.technical-asked',
  part,
  log: 'case',
  by: roomRoles,
  authority: ['role', 'invitation'],
  subject: { session: id },
  details: z.strictObject({ what: z.enum(troubles).optional() }),
});

export const technicalAnswered = defineAction({
  action: 'help.technical-answered',
  part,
  log: 'case',
  by: helpers,
  authority: ['role'],
  subject: { session: id },
  details: z.strictObject({ caller: pseudonym, state: z.enum(['coming', 'over']) }),
});
