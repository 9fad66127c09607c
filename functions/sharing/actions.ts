/**
 * What this capability enters, in the log of the case: that something was kept, shared, received, asked for, used, fed back and
 * told, by whom and when. What was told, with whom and for what it is shared, and what came of it stand sealed, as they do in the
 * entry of a consent.
 */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { pseudonym } from '../shared/values/ids.ts';
import { receivers } from './contract.ts';

const aboutHer = {
  log: 'case',
  subject: { witness: pseudonym },
  /** A central authority reads what it did itself with what came to it. */
  part: { 'support-officer': 'about', 'central-authority': 'theirs' },
} as const;
const ofHolder = { ...aboutHer, by: ['support-officer'] } as const;
const ofReceiver = { ...aboutHer, by: receivers } as const;
const asRole = ['role'] as const;
const number = z.int();

export const informationKept = defineAction({
  action: 'information.kept',
  ...ofHolder,
  authority: asRole,
  details: z.strictObject({ number }),
  sealed: ['text'],
});

/** On whose word it is shared: that of the person. */
export const informationShared = defineAction({
  action: 'information.shared',
  ...ofHolder,
  authority: ['consent'],
  details: z.strictObject({ number, information: z.int() }),
  sealed: ['to', 'purpose'],
});

export const informationReceived = defineAction({
  action: 'information.received',
  ...ofReceiver,
  authority: asRole,
  details: z.strictObject({ share: z.int(), limits: z.literal('accepted') }),
  sealed: ['purpose'],
});

export const informationAskedFor = defineAction({
  action: 'information.asked-for',
  ...ofReceiver,
  authority: asRole,
  details: z.strictObject({ number, state: z.enum(['waits', 'refused-by-rule']) }),
  sealed: ['purpose', 'why'],
});

export const informationDeclined = defineAction({
  action: 'information.declined',
  ...ofHolder,
  authority: asRole,
  details: z.strictObject({ ask: z.int() }),
  sealed: ['reason'],
});

export const informationUsed = defineAction({
  action: 'information.used',
  ...ofReceiver,
  authority: asRole,
  details: z.strictObject({ number, share: z.int() }),
  sealed: ['use'],
});

export const feedbackGiven = defineAction({
  action: 'feedback.given',
  ...ofReceiver,
  authority: asRole,
  details: z.strictObject({ number, use: z.int(), mayBeTold: z.enum(['now', 'not-yet']) }),
  sealed: ['words', 'reason'],
});

export const feedbackTold = defineAction({
  action: 'feedback.told',
  ...ofHolder,
  authority: asRole,
  details: z.strictObject({ feedback: z.int(), told: z.enum(['told', 'not-yet']) }),
  sealed: ['how', 'with', 'said', 'reason'],
});
