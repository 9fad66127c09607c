import * as z from 'zod';
import { role, staffRole } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { countryCode } from '../shared/values/countries.ts';
import { id } from '../shared/values/ids.ts';
import { uiLanguage } from '../shared/values/languages.ts';
import { mailAddress } from '../shared/values/mail-address.ts';
import { humanText } from '../shared/values/text.ts';
import { zoneName } from '../shared/values/zones.ts';

/** An agency's administrator keeps the accounts of the people of that agency, and of no other. */

/** What the administrator sees of one of the agency's people. An e-mail address is never among it. */
export const agencyPerson = z.strictObject({
  personId: id,
  role,
  /** What the person does, never the person's name: "Prosecutor, trafficking division". */
  label: z.string(),
  language: uiLanguage,
  /** Absent where it would tell where a protected person is. */
  zone: z.string().optional(),
  atProtectedSite: z.boolean(),
  /** False for an interpreter who comes by invitation alone. */
  hasAccount: z.boolean(),
  /** May not sign in. */
  disabled: z.boolean(),
  /** A change names it, and is refused when it has moved since. */
  version: z.int().min(0),
});

/** What an administrator says of somebody. */
const given = {
  role: staffRole,
  label: humanText('office', 60).meta({ examples: ['Court clerk'] }),
  language: uiLanguage,
  /** Works at a protected site, so that whoever knows where they are knows where a witness is. */
  atProtectedSite: z.boolean(),
};

const administrator = ['agency-administrator'] as const;
const personParams = z.strictObject({ personId: id });
const version = z.int().min(0);
const changed = z.strictObject({ version });

export const listAgencyPeople = route({
  method: 'GET',
  path: '/api/accounts/people',
  summary: 'Everybody whom the caller’s agency has or had, and what its people may be.',
  who: administrator,
  answer: z.strictObject({
    agency: z.strictObject({ agencyId: id, name: z.string(), country: countryCode }),
    /** Roles that the caller may give. */
    mayBe: z.array(staffRole),
    people: z.array(agencyPerson),
  }),
});

export const readAccount = route({
  method: 'GET',
  path: '/api/accounts/people/:personId',
  summary:
    'One of the agency’s people, and how their account stands, with no more of the address than tells it apart.',
  who: administrator,
  params: personParams,
  answer: agencyPerson.extend({
    /** Absent where there is no account. */
    account: z
      .strictObject({
        /** Whether they have signed in and chosen a password, or were only invited. */
        state: z.enum(['invited', 'in-use']),
        /** Such as `a…@court.example.org`. */
        address: z.string(),
      })
      .optional(),
  }),
});

export const invitePerson = route({
  method: 'POST',
  path: '/api/accounts/people',
  summary: 'Enters somebody into the caller’s agency with an account, and invites them by e-mail.',
  who: administrator,
  freshSignIn: true,
  body: z.strictObject({ ...given, zone: zoneName, email: mailAddress }),
  answer: z.strictObject({ personId: id }),
  status: 201,
  refusals: ['role-not-of-agency', 'address-in-use', 'too-many-invitations', 'does-not-fit', 'unknown-zone'],
});

export const giveAccount = route({
  method: 'POST',
  path: '/api/accounts/people/:personId/account',
  summary:
    'Gives an interpreter of the caller’s agency, who came by invitation alone, an account for their own day, and invites them by e-mail.',
  who: administrator,
  freshSignIn: true,
  params: personParams,
  body: z.strictObject({ version, email: mailAddress }),
  answer: changed,
  status: 201,
  refusals: [
    'changed-meanwhile',
    'invitation-not-needed',
    'address-in-use',
    'too-many-invitations',
    'does-not-fit',
  ],
});

export const inviteAgain = route({
  method: 'POST',
  path: '/api/accounts/people/:personId/invitation',
  summary: 'Sends the invitation again, with a new first password, to somebody who has not signed in yet.',
  who: administrator,
  freshSignIn: true,
  params: personParams,
  body: changed,
  answer: changed,
  refusals: ['changed-meanwhile', 'invitation-not-needed', 'too-many-invitations'],
});

export const changePerson = route({
  method: 'POST',
  path: '/api/accounts/people/:personId',
  summary: 'Changes what one of the agency’s people is: role, label, language, time zone, working place.',
  who: administrator,
  freshSignIn: true,
  params: personParams,
  body: z.strictObject({
    ...given,
    // Guests' roles too: whoever comes by invitation alone keeps the role that they have.
    role,
    version,
    /** Left out, it stays. Where somebody keeps the person's calendar, it is changed there. */
    zone: zoneName.optional(),
  }),
  answer: changed,
  refusals: ['changed-meanwhile', 'role-not-of-agency', 'last-administrator', 'does-not-fit', 'unknown-zone'],
});

export const disablePerson = route({
  method: 'POST',
  path: '/api/accounts/people/:personId/disabling',
  summary: 'Shuts somebody out at once, and out of every list; what they did stays.',
  who: administrator,
  freshSignIn: true,
  params: personParams,
  body: changed,
  answer: changed,
  refusals: ['changed-meanwhile', 'last-administrator'],
});

export const enablePerson = route({
  method: 'POST',
  path: '/api/accounts/people/:personId/enabling',
  summary: 'Lets somebody in again who was shut out.',
  who: administrator,
  freshSignIn: true,
  params: personParams,
  body: changed,
  answer: changed,
  refusals: ['changed-meanwhile', 'role-not-of-agency'],
});
