import { Refusal } from '../../shared/refusals.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { Person } from '../../directory/port/actor.ts';
import type { Member } from '../port/membership.ts';

/**
 * On whose side of a case somebody is. Nobody is on two: who prosecuted does not defend, whoever judges took no side before,
 * and an agency whose people prosecute or stand by a victim has none in the defence. Who has left counts as who is there:
 * what they know, they know.
 */

type Side = 'prosecution' | 'defence' | 'victim' | 'court';

const sides: Partial<Record<Role, Side>> = {
  prosecutor: 'prosecution',
  'defence-counsel': 'defence',
  'victim-counsel': 'victim',
  'support-officer': 'victim',
  judge: 'court',
};

/** Agencies may serve a court and an investigation alike, as a ministry does; both sides of a trial they do not. */
const againstTheDefence: readonly (Side | undefined)[] = ['prosecution', 'victim'];

const areOpposed = (one: Side | undefined, other: Side | undefined): boolean =>
  (one === 'defence' && againstTheDefence.includes(other)) ||
  (other === 'defence' && againstTheDefence.includes(one));

/**
 * @param everyone who is or was a member
 * @param agencyOf of each of them, by person id
 * @throws {Refusal} `opposed-side`
 */
export function assertOneSide(
  person: Pick<Person, 'personId' | 'role' | 'agencyId'>,
  everyone: readonly Pick<Member, 'personId' | 'role'>[],
  agencyOf: ReadonlyMap<string, string>,
): void {
  const side = sides[person.role];
  for (const other of everyone) {
    const theirs = sides[other.role];
    const same = other.personId === person.personId;
    if (same && side !== undefined && theirs !== undefined && side !== theirs)
      throw new Refusal('opposed-side');
    if (!same && agencyOf.get(other.personId) === person.agencyId && areOpposed(side, theirs))
      throw new Refusal('opposed-side');
  }
}
