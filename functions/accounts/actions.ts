/** What this capability enters in the log of an agency. What somebody was entered as is sealed, but for the role. */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { role } from '../shared/access/roles.ts';
import { pseudonym } from '../shared/values/ids.ts';

const ofSomebody = {
  log: 'agency',
  by: ['agency-administrator'],
  authority: ['role'],
  subject: { person: pseudonym },
} as const;
const version = z.int().min(1);

export const personInvited = defineAction({
  ...ofSomebody,
  action: 'person.invited',
  details: z.strictObject({ version, role }),
  sealed: ['person'],
});

export const personInvitedAgain = defineAction({
  ...ofSomebody,
  action: 'person.invited-again',
  details: z.strictObject({ version }),
});

export const personChanged = defineAction({
  ...ofSomebody,
  action: 'person.changed',
  details: z.strictObject({ version, role, roleBefore: role }),
  sealed: ['person'],
});

export const personDisabled = defineAction({
  ...ofSomebody,
  action: 'person.disabled',
  details: z.strictObject({ version }),
});

export const personEnabled = defineAction({
  ...ofSomebody,
  action: 'person.enabled',
  details: z.strictObject({ version }),
});
