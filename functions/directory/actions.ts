/** What this capability enters in the log of an agency. What was set is sealed. */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { accountRoles } from '../shared/access/roles.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { dayKind } from './contract.ts';

const keepers = ['clerk', 'central-authority', 'support-officer'] as const;
const version = z.int().min(1);

/** Everybody keeps their own; officers keep those of their agency. */
export const calendarChanged = defineAction({
  action: 'calendar.changed',
  log: 'agency',
  by: accountRoles,
  authority: ['role'],
  subject: { person: pseudonym, room: id },
  details: z.strictObject({ version }),
  sealed: ['calendar'],
});

export const interpreterProfileChanged = defineAction({
  action: 'interpreter.profile-changed',
  log: 'agency',
  by: keepers,
  authority: ['role'],
  subject: { person: pseudonym },
  details: z.strictObject({ version }),
  sealed: ['profile'],
});

export const roomAdded = defineAction({
  action: 'room.added',
  log: 'agency',
  by: keepers,
  authority: ['role'],
  subject: { room: id },
  details: z.strictObject({ version, vetted: z.boolean(), atProtectedSite: z.boolean() }),
  sealed: ['room'],
});

export const roomChanged = defineAction({
  action: 'room.changed',
  log: 'agency',
  by: keepers,
  authority: ['role'],
  subject: { room: id },
  details: z.strictObject({ version, vetted: z.boolean() }),
  sealed: ['room'],
});

/** A country's holidays are no secret, so nothing of it is sealed. */
export const holidaysCorrected = defineAction({
  action: 'holidays.corrected',
  log: 'agency',
  by: ['clerk', 'central-authority'],
  authority: ['role'],
  /** Country and year. */
  subject: { holidays: z.string().regex(/^[A-Z]{2}-20\d\d$/) },
  details: z.strictObject({ version, day: z.iso.date(), kind: dayKind }),
});
