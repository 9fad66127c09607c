import { parsePerson, personKey } from '../../directory/port/actor.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Item, Store } from '../../shared/store/store.ts';
import { agenciesOf } from '../life/leaving.ts';
import { assertOneSide } from '../life/sides.ts';
import { everyoneIn, memberNow, memberPrefix, parseWitnesses, type Member } from '../port/membership.ts';
import { parseStandings } from '../port/standing.ts';

/** Somebody who could hold contact, and which agencies do in the case. */
export interface CanHold {
  readonly member: Member;
  readonly agencyId: string;
  readonly holdingAgencies: readonly string[];
}

/**
 * Whoever is to hold contact: a support officer of the case who has an account, on nobody's other side, and whom no risk plan of
 * the case keeps from somebody. Asked for as it is asked and as it is confirmed.
 * @param file all items of the case's file
 * @throws {Refusal} `person-not-suitable`, `opposed-side`
 */
export async function canHold(store: Store, file: readonly Item[], personId: string): Promise<CanHold> {
  const everyone = everyoneIn(file);
  const people = (await store.get(everyone.map((each) => personKey(each.personId)))).map(parsePerson);
  const person = people.find((each) => each.personId === personId);
  const member = memberNow(file.find(({ sk }) => sk === `${memberPrefix}${personId}`));
  if (member?.role !== 'support-officer' || person?.role !== 'support-officer' || person.disabled === true)
    throw new Refusal('person-not-suitable', { field: 'holder' });
  const agencyOf = agenciesOf(people);
  assertOneSide(person, everyone, agencyOf);
  const kept = parseStandings(file).some(({ noContact = [] }) => noContact.includes(member.pseudonym));
  if (kept) throw new Refusal('opposed-side');
  const holdingAgencies = parseWitnesses(file).flatMap(({ holder }) => agencyOf.get(holder) ?? []);
  return { member, agencyId: person.agencyId, holdingAgencies };
}
