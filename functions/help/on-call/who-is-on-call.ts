import type { Member } from '../../cases/port/membership.ts';
import type { Door } from '../../sessions/port/door.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { OnCall, OnCallPerson } from '../store.ts';
import { onCallRoles } from './contract.ts';

/** Whether somebody of this role can be on call at all. */
export const mayBeOnCall = (role: Role): role is (typeof onCallRoles)[number] =>
  onCallRoles.some((each) => each === role);

/** Of a session for which nobody was named: its support officers come first, then its attending officers. */
const unlessNamed: readonly Role[] = ['support-officer', 'attending-officer'];

/** Person ids of those who sit beside whoever is heard, in the order in which they are called. */
export const besideThem = ({ seats }: Pick<Door, 'seats'>): readonly string[] =>
  unlessNamed.flatMap((role) =>
    seats.flatMap(({ seat, personId }) => (seat === role ? (personId ?? []) : [])),
  );

interface CouldBeCalled {
  readonly list: OnCall | undefined;
  readonly door: Pick<Door, 'seats'>;
  /** Person ids of those who hold contact with whoever is heard. */
  readonly holders: readonly string[];
  /** Who somebody is in the case now; undefined for whoever is not of it. */
  readonly memberOf: (personId: string) => Member | undefined;
}

/**
 * Who is called for a session, in order: those who were named and are of the case still, in a role that can be. Where none of
 * them is left, or nobody was named, those who sit beside whoever is heard, and whoever holds contact with them.
 */
export function whoIsOnCall({ list, door, holders, memberOf }: CouldBeCalled): readonly OnCallPerson[] {
  const called = (personId: string): readonly OnCallPerson[] => {
    const member = memberOf(personId);
    return member !== undefined && mayBeOnCall(member.role)
      ? [{ personId, role: member.role, pseudonym: member.pseudonym }]
      : [];
  };
  const named = (list?.people ?? []).flatMap(({ personId }) => called(personId));
  return named.length > 0 ? named : [...new Set([...besideThem(door), ...holders])].flatMap(called);
}
