import { staffRoles, guestRoles } from '../shared/access/roles.ts';
import type { Handler } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type * as contract from './contract.ts';
import { parsePerson, rolePartition } from './port/actor.ts';
import { isKeeper, mayKeepPerson } from './port/keeping.ts';
import { byAgency, personRow } from './person.ts';
import { agencyKey, parseAgency } from './store.ts';

/** Everybody whose calendar the caller keeps, beside the caller’s own. */
export const keptPeople: Handler<typeof contract.listKept> = async ({
  actor: keeper,
  context: { store },
}) => {
  const lists = await Promise.all(
    [...staffRoles, ...guestRoles].map((role) => queryAll(store, 'directory', rolePartition(role))),
  );
  const people = lists.flat().map(parsePerson);
  const ids = [...new Set(people.map(({ agencyId }) => agencyId))];
  const found = await store.get(ids.map(agencyKey));
  const agencies = new Map(ids.map((agencyId, index) => [agencyId, parseAgency(found[index])]));
  const isKept = (person: (typeof people)[number]): boolean => {
    const agency = agencies.get(person.agencyId);
    return (
      agency !== undefined &&
      person.disabled !== true &&
      person.personId !== keeper.personId &&
      mayKeepPerson(keeper, person, agency)
    );
  };
  return {
    people: people
      .filter(isKept)
      .toSorted(byAgency)
      .map((person) => personRow(person, keeper)),
    agencies: [...agencies.values()].flatMap((agency) =>
      agency !== undefined && isKeeper(keeper.agencyId, agency)
        ? [{ agencyId: agency.agencyId, name: agency.name, country: agency.country }]
        : [],
    ),
  };
};
