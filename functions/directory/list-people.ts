import type { Handler } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type * as contract from './contract.ts';
import { parsePerson, rolePartition } from './port/actor.ts';
import { byAgency, personRow } from './person.ts';

/** Everybody of a role who can be chosen for a seat. */
export const peopleOfRole: Handler<typeof contract.listPeople> = async ({
  actor: viewer,
  query: { role },
  context,
}) => {
  const items = await queryAll(context.store, 'directory', rolePartition(role));
  return {
    people: items
      .map(parsePerson)
      .toSorted(byAgency)
      .map((person) => personRow(person, viewer)),
  };
};
