import type { Handler } from '../shared/http/call.ts';
import type * as contract from './contract.ts';
import { parsePerson, personKey } from './port/actor.ts';
import { ownRecordOf } from './person.ts';

/** The signed-in person's own record. */
export const readOwnRecord: Handler<typeof contract.readMe> = async ({ actor, context }) => {
  const [item] = await context.store.get([personKey(actor.personId)]);
  return ownRecordOf(parsePerson(item));
};
