import { dayWhere } from '../cases/port/day-where.ts';
import { witnessIn, witnessKeys } from '../cases/port/membership.ts';
import { parseParty, partyKey } from '../cases/port/parties.ts';
import { Refusal } from '../shared/refusals.ts';
import { readByKey } from '../shared/store/read-by-key.ts';
import type { Store } from '../shared/store/store.ts';

/**
 * Whose consent somebody in this seat takes back: their own, or that of the child for whom they speak.
 * @returns the pseudonym of whoever is heard
 * @throws {Refusal} `not-found` for a guardian of nobody, or whom the case has no more; `not-your-role` for that of a child who
 * is of age by now and speaks for themselves
 */
export async function heardAs(
  store: Store,
  caseId: string,
  { seat, pseudonym }: { readonly seat: string; readonly pseudonym: string },
  now: Date,
): Promise<string> {
  if (seat === 'witness') return pseudonym;
  const [item] = await store.get([partyKey(caseId, pseudonym)]);
  const ward = parseParty(item)?.for;
  if (ward === undefined) throw new Refusal('not-found');
  const child = witnessIn(await readByKey(store, witnessKeys(caseId, [ward])), caseId, ward);
  const ofAge = child?.ofAgeOn !== undefined && child.ofAgeOn <= dayWhere(child, now);
  if (ofAge) throw new Refusal('not-your-role');
  return ward;
}
