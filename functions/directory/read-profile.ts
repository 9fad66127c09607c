import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { parseProfile, profileKey } from './port/working-time-store.ts';
import type * as contract from './contract.ts';
import { keptPerson } from './port/keeping.ts';

/** @throws {Refusal} `not-found` also for somebody who does not interpret */
export const readProfileOf: Handler<typeof contract.readProfile> = async ({ actor, params, context }) => {
  const { person } = await keptPerson(context.store, actor, params.personId);
  const [item] = await context.store.get([profileKey(person.personId)]);
  const stored = parseProfile(item, person);
  if (stored === undefined) throw new Refusal('not-found');
  return { version: stored.version, profile: stored.value };
};
