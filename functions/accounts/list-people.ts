import type * as z from 'zod';
import type { OnFile } from '../directory/port/people.ts';
import { mayKnowWhere, type Colleague } from '../directory/port/actor.ts';
import type { Handler } from '../shared/http/call.ts';
import { countryCode } from '../shared/values/countries.ts';
import { uiLanguage } from '../shared/values/languages.ts';
import { masked, type AccountPool } from './account-pool.ts';
import { rolesIn } from './agency-people.ts';
import type * as contract from './contract.ts';
import { personIn, readOffice } from './office.ts';

export const agencyPeople: Handler<typeof contract.listAgencyPeople> = async ({ actor, context }) => {
  const { agency, people } = await readOffice(context.store, actor);
  return {
    agency: {
      agencyId: agency.agencyId,
      name: agency.name,
      country: countryCode.parse(agency.country),
    },
    mayBe: [...rolesIn(agency, people)],
    people: people.map((each) => rowOf(each, actor)).toSorted(inOrder),
  };
};

/** @throws {Refusal} `not-found` */
export const account: Handler<typeof contract.readAccount, [AccountPool]> = async (
  { actor, params, context },
  pool,
) => {
  const found = personIn(await readOffice(context.store, actor), params.personId);
  const known = found.subject === undefined ? undefined : await pool.read(found.subject);
  return {
    ...rowOf(found, actor),
    ...(known === undefined
      ? {}
      : {
          account: {
            state: known.isInUse ? ('in-use' as const) : ('invited' as const),
            address: masked(known.email),
          },
        }),
  };
};

type Row = z.input<typeof contract.agencyPerson>;

export const rowOf = ({ person, version, subject }: OnFile, viewer: Colleague): Row => ({
  personId: person.personId,
  role: person.role,
  label: person.label,
  language: uiLanguage.parse(person.language),
  ...(mayKnowWhere(viewer, person) ? { zone: person.zone } : {}),
  atProtectedSite: person.atProtectedSite === true,
  hasAccount: subject !== undefined,
  disabled: person.disabled === true,
  version,
});

/** Whoever is shut out comes last; else by what they do. */
const inOrder = (one: Row, other: Row): number =>
  Number(one.disabled) - Number(other.disabled) ||
  one.label.localeCompare(other.label, 'en') ||
  (one.personId < other.personId ? -1 : 1);
