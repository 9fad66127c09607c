import type * as z from 'zod';
import { role as roleSchema, type Role, type Staff } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { RandomBytes } from '../shared/values/ids.ts';
import type { BodyOf } from '../shared/http/contract.ts';
import type { Person } from '../directory/port/actor.ts';
import { newId } from '../shared/values/ids.ts';
import type { caseMember, caseRow, describedWitness, openCase, readCase } from './contract.ts';
import { capacityOn } from './port/capacity.ts';
import { mayKnowLanguages } from './port/who-may-know-a-field.ts';
import { dayWhere } from './port/day-where.ts';
import { stateOf } from './port/case-state.ts';
import { isOwnCourt } from './port/own-court.ts';
import {
  freePseudonym,
  mayKnowPlace,
  type Case,
  type CaseFile,
  type CaseWitness,
  type Member,
  type Pseudonyms,
} from './port/membership.ts';
import { whatStands } from './what-stands.ts';

/** The file of a case: how it begins, and what its members see of it. */

/**
 * Who can be named as a case is opened. Counsel are not among them: the court admits them, bound to whom they represent. An
 * administrator has nothing to do with any case.
 */
const named: readonly Role[] = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'central-authority',
  'auditor',
  'judge',
  'custody-officer',
  'technician',
];

export const mayBeNamed = (role: Role): boolean => named.includes(role);

/** Everything that opening a case writes. */
export interface NewFile {
  readonly case: Case;
  readonly members: readonly Member[];
  readonly witnesses: readonly CaseWitness[];
  readonly pseudonyms: Pseudonyms;
}

export interface Opening {
  readonly caseId: string;
  /** Of the caller; with opening the case it takes it. */
  readonly agencyId: string;
  readonly body: BodyOf<typeof openCase>;
  /** The directory's record of the caller, then of each person in `membersOf(body, …)`; undefined for unknown ids. */
  readonly people: readonly (Person | undefined)[];
}

/** Person ids of those who will belong to the case: the caller first, nobody twice. */
export const membersOf = (body: BodyOf<typeof openCase>, callerId: string): readonly string[] => [
  ...new Set([callerId, ...body.members]),
];

/**
 * The file of a new case, with a pseudonym for each person.
 * @throws {Refusal} `person-not-suitable`, with the person’s place in the request: an unknown or disabled person, one
 * who cannot be named so early (interpreters join at booking); and those of `namedWitness`
 */
export function openFile({ caseId, agencyId, body, people }: Opening, randomBytes: RandomBytes): NewFile {
  const taken: string[] = [];
  const name = (role: Role): string => {
    const pseudonym = freePseudonym(role, taken, randomBytes);
    taken.push(pseudonym);
    return pseudonym;
  };
  const members = people.map((person): Member => {
    if (person === undefined || person.disabled === true || !named.includes(person.role))
      throw new Refusal('person-not-suitable', { field: 'members' });
    const { personId, role, label } = person;
    const untaken = person.agencyId === agencyId ? {} : { untaken: true as const };
    return { caseId, personId, role, pseudonym: name(role), label, ...untaken };
  });
  const witnesses = body.witnesses.map((described) =>
    namedWitness(described, { caseId, partyId: newId(randomBytes), pseudonym: name('witness') }, members),
  );
  const { reference, requestingState, hostState } = body;
  const openedBy = members[0]?.personId ?? '';
  return {
    case: { caseId, reference, requestingState, hostState, openedBy, takenBy: [agencyId], version: 1 },
    members,
    witnesses,
    pseudonyms: { caseId, version: 1, taken },
  };
}

/** As somebody describes a person to be heard. */
export type DescribedWitness = z.output<typeof describedWitness>;

/**
 * A person to be heard, as the file of the case has them.
 * @param as under which names: the party's id is of this case only, in another case the same person has another
 * @throws {Refusal} `person-not-suitable` for a holder who is no support officer of the case, and for somebody outside the
 * case who should know the place
 */
export function namedWitness(
  { protected: shielded, holder, zone, mayKnow }: DescribedWitness,
  as: Pick<CaseWitness, 'caseId' | 'partyId' | 'pseudonym'>,
  members: readonly Member[],
): CaseWitness {
  if (!members.some((member) => member.personId === holder && member.role === 'support-officer'))
    throw new Refusal('person-not-suitable', { field: 'holder' });
  if (!mayKnow.every((personId) => members.some((member) => member.personId === personId)))
    throw new Refusal('person-not-suitable', { field: 'mayKnow' });
  return { ...as, protected: shielded, holder, zone, mayKnow: [...new Set(mayKnow)] };
}

export const rowOf = ({ caseId, reference, requestingState, hostState }: Case): z.input<typeof caseRow> => ({
  caseId,
  reference,
  requestingState,
  hostState,
});

/** In the order of the roles, so that a reader finds everybody where they always stand. */
const byRole = (one: Ranked, other: Ranked): number =>
  roles.indexOf(one.role) - roles.indexOf(other.role) || byPseudonym(one, other);
type Ranked = Pick<Member, 'role' | 'pseudonym'>;
const byPseudonym = (one: Pick<Member, 'pseudonym'>, other: Pick<Member, 'pseudonym'>): number =>
  one.pseudonym < other.pseudonym ? -1 : 1;
const roles = roleSchema.options;

/**
 * The file as one member may see it: the zone of somebody who is heard only where the protection order lets that member know.
 * @param now that day, where they are, says who is a child
 * @param taken whether the agency of the one who asks has taken the case
 * @param viewer the one who asks
 * @param of what of a member depends on agencies: whether they may be looked for by name, and taken out of the case by the viewer
 */
export function viewOf(
  { case: opened, members, former, witnesses, parties, formerParties, standings, self }: CaseFile,
  taken: boolean,
  now: Date,
  viewer: Pick<Staff, 'role' | 'country'>,
  of: (member: Member) => Pick<z.input<typeof caseMember>, 'byName' | 'mayTakeOut'>,
): z.input<typeof readCase.answer> {
  return {
    ...rowOf(opened),
    taken,
    state: stateOf(opened),
    ownCourt: isOwnCourt(viewer, opened),
    ofRequestingState: viewer.country === opened.requestingState,
    former: [...former, ...formerParties]
      .toSorted(byRole)
      .flatMap(({ role, pseudonym, left }) => (left === undefined ? [] : [{ role, pseudonym, left }])),
    members: members.toSorted(byRole).map((member) => ({
      personId: member.personId,
      role: member.role,
      pseudonym: member.pseudonym,
      label: member.label,
      ...of(member),
      ...(member.for === undefined ? {} : { for: member.for }),
    })),
    witnesses: witnesses.toSorted(byPseudonym).map((witness) => ({
      partyId: witness.partyId,
      pseudonym: witness.pseudonym,
      protected: witness.protected,
      holder: witness.holder,
      ...(mayKnowPlace(witness, self.personId) ? { zone: witness.zone } : {}),
      capacity: capacityOn(witness, dayWhere(witness, now)),
      ...(mayKnowLanguages(self, [witness]) && witness.languages !== undefined
        ? { languages: witness.languages }
        : {}),
      ...(witness.holder === self.personId ? { mayKnow: witness.mayKnow } : {}),
      ...(witness.holder === self.personId && witness.ofAgeOn !== undefined
        ? { ofAgeOn: witness.ofAgeOn }
        : {}),
      stands: whatStands(
        standings,
        { pseudonym: witness.pseudonym, isHolder: witness.holder === self.personId },
        now,
      ),
    })),
    parties: parties.toSorted(byRole).map(({ role, pseudonym, label, for: whose }) => ({
      role,
      pseudonym,
      label,
      ...(whose === undefined ? {} : { for: whose }),
    })),
  };
}
