import type * as z from 'zod';
import { Refusal } from '../shared/refusals.ts';
import { accountRole } from '../shared/access/roles.ts';
import { uiLanguage } from '../shared/values/languages.ts';
import { mayKnowWhere, type Colleague, type Person } from './port/actor.ts';
import type { listPeople, ownRecord } from './contract.ts';

type PersonRow = z.input<typeof listPeople.answer>['people'][number];

/** What colleagues may see of somebody when they choose a person for a seat. */
export const personRow = (person: Person, viewer: Colleague): PersonRow => ({
  personId: person.personId,
  role: person.role,
  label: person.label,
  agency: person.agencyName,
  country: person.country,
  // The zone of whoever sits beside a witness would tell in which part of the world she is.
  ...(mayKnowWhere(viewer, person) ? { zone: person.zone } : {}),
  ...(person.languages === undefined ? {} : { languages: person.languages }),
});

/** Somebody's record as shown to themselves. @throws {Refusal} `sign-in-needed` for somebody without an account */
export function ownRecordOf(person: Person): z.input<typeof ownRecord> {
  const role = accountRole.safeParse(person.role);
  if (!role.success) throw new Refusal('sign-in-needed');
  return {
    personId: person.personId,
    role: role.data,
    label: person.label,
    agency: { agencyId: person.agencyId, name: person.agencyName, country: person.country },
    language: uiLanguage.parse(person.language),
    zone: person.zone,
  };
}

/** In the order in which a reader looks for somebody: by agency, then by what the person does; ids break ties. */
export const byAgency = (one: Person, other: Person): number =>
  compare(one.agencyName, other.agencyName) ||
  compare(one.label, other.label) ||
  compare(one.personId, other.personId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
