import type { Call } from '../shared/http/mount.ts';
import { parsePerson, personKey } from './actor.ts';
import { ownRecordOf } from './person.ts';
import { Refusal } from '../shared/refusals.ts';

/** The signed-in person's own record. */
export async function readOwnRecord({ actor, ground }: Call<unknown, unknown>) {
  if (actor.kind !== 'staff') throw new Refusal('sign-in-needed');
  const [item] = await ground.store.get([personKey(actor.personId)]);
  return ownRecordOf(parsePerson(item));
}
