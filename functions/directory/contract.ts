import * as z from 'zod';
import { staffRole, staffRoles, role } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { id } from '../shared/values/ids.ts';
import { uiLanguage } from '../shared/values/languages.ts';

/** A country as ISO 3166-1 alpha-2. */
const country = z.string().regex(/^[A-Z]{2}$/);

export const agency = z.strictObject({ agencyId: id, name: z.string(), country });

/** The signed-in person's own record. */
export const ownRecord = z.strictObject({
  personId: id,
  role: staffRole,
  /** What the person does, never the person's name: "Prosecutor, trafficking division". */
  label: z.string(),
  agency,
  language: uiLanguage,
  zone: z.string(),
});

export const readMe = route({
  method: 'GET',
  path: '/api/directory/me',
  summary: 'The signed-in person: role, agency, language, zone.',
  who: staffRoles,
  answer: ownRecord,
});

/** People whom a colleague may choose for a seat. Zones of people at protected sites are left out. */
export const listPeople = route({
  method: 'GET',
  path: '/api/directory/people',
  summary: 'People who can be chosen for a seat, by role.',
  who: ['prosecutor', 'clerk', 'central-authority'],
  query: z.strictObject({ role }),
  answer: z.strictObject({
    people: z.array(
      z.strictObject({
        personId: id,
        role,
        label: z.string(),
        agency: z.string(),
        country,
        /** Absent where the zone would tell where a protected person is. */
        zone: z.string().optional(),
        /** Language tags; for interpreters. */
        languages: z.array(z.string()).optional(),
      }),
    ),
  }),
});
