import { asStaff } from '../shared/access/as-staff.ts';
import type { Call } from '../shared/http/mount.ts';
import { role } from '../shared/access/roles.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { parsePerson, rolePartition } from './port/actor.ts';
import { byAgency, personRow } from './person.ts';

/** Everybody of a role who can be chosen for a seat. */
export async function peopleOfRole({ actor, query, context }: Call<unknown, unknown>) {
  const chosen = role.parse(query['role']);
  const items = await queryAll(context.store, 'directory', rolePartition(chosen));
  const viewer = asStaff(actor);
  return {
    people: items
      .map(parsePerson)
      .toSorted(byAgency)
      .map((person) => personRow(person, viewer)),
  };
}
