import { asStaff } from '../shared/access/as-staff.ts';
import type { Call } from '../shared/http/mount.ts';
import { parsePerson, personKey } from './port/actor.ts';
import { ownRecordOf } from './person.ts';

/** The signed-in person's own record. */
export async function readOwnRecord({ actor, context }: Call<unknown, unknown>) {
  const [item] = await context.store.get([personKey(asStaff(actor).personId)]);
  return ownRecordOf(parsePerson(item));
}
