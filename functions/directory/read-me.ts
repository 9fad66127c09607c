import type { Handler } from '../shared/http/call.ts';
import { draftsKeyOf, parseDraftsKey } from './drafts-key.ts';
import type * as contract from './contract.ts';
import { parsePerson, personKey } from './port/actor.ts';
import { ownRecordOf } from './person.ts';

/** The signed-in person's own record. */
export const readOwnRecord: Handler<typeof contract.readMe> = async ({ actor, context }) => {
  const { personId } = actor;
  const [item, key] = await context.store.get([personKey(personId), draftsKeyOf(personId)]);
  const draftsKey = parseDraftsKey(key);
  return { ...ownRecordOf(parsePerson(item)), ...(draftsKey === undefined ? {} : { draftsKey }) };
};
