/** What this capability enters in the log of a session, or of a case for what is of no session: who was written to, by seat or role, and about what. */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { role } from '../shared/access/roles.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { noticeKind } from './contract.ts';

/** What was told to somebody themselves. */
const part = {
  'support-officer': 'theirs',
  'central-authority': 'theirs',
  'attending-officer': 'theirs',
} as const;

const returnReason = z.enum(['bounce', 'complaint', 'reject']);
/** Whoever need have no seat is sealed (`sealsReader`). */
const reader = { kind: noticeKind, seat: role, pseudonym: pseudonym.optional() };

export const noticeSent = defineAction({
  action: 'notice.sent',
  part,
  log: 'session',
  by: [{ system: 'notices' }],
  authority: ['rule'],
  subject: { session: id },
  details: z.strictObject({
    ...reader,
    /** Of the session when it was written: which change it tells. */
    sequence: z.int().min(0),
    /** Whoever passes it on. */
    through: role.optional(),
  }),
  maySeal: ['pseudonym'],
});

export const noticeReturned = defineAction({
  action: 'notice.returned',
  part,
  log: 'session',
  by: [{ system: 'notices' }],
  authority: ['rule'],
  subject: { session: id },
  details: z.strictObject({ ...reader, reason: returnReason }),
  maySeal: ['pseudonym'],
});

const inCase = {
  log: 'case',
  part,
  by: [{ system: 'notices' }],
  authority: ['rule'],
  subject: { case: id },
} as const;

/** Somebody was told of something that they have to do for the case. */
export const taskTold = defineAction({ action: 'task.told', ...inCase, details: z.strictObject(reader) });

export const taskReturned = defineAction({
  action: 'task.returned',
  ...inCase,
  details: z.strictObject({ ...reader, reason: returnReason }),
});
