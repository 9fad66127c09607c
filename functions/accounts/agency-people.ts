import type { Agency } from '../directory/port/keeping.ts';
import type { OnFile } from '../directory/port/people.ts';
import { staffRole, type Role, type StaffRole } from '../shared/access/roles.ts';
import { doesNotFit, Refusal } from '../shared/refusals.ts';

/** What an administrator may make of the people of the agency. */

/** Those of an agency who administer it and may sign in. */
export const administratorsOf = (people: readonly OnFile[]): readonly OnFile[] =>
  people.filter(({ person }) => person.role === 'agency-administrator' && person.disabled !== true);

/**
 * Roles that may be given in an agency: those that the deployer said; where none were, those that its people have already.
 * An agency can always have another administrator.
 */
export function rolesIn({ roles }: Pick<Agency, 'roles'>, people: readonly OnFile[]): readonly StaffRole[] {
  const may = new Set<Role>(roles ?? people.map(({ person }) => person.role));
  return staffRole.options.filter((role) => may.has(role) || role === 'agency-administrator');
}

/** @throws {Refusal} `role-not-of-agency` */
export function assertMayBe(role: Role, mayBe: readonly Role[]): void {
  if (!mayBe.includes(role)) throw new Refusal('role-not-of-agency');
}

/**
 * Who keeps the agency from being left without an administrator, when this person is one no more: whoever does it, or another
 * where they do it to themselves. The transaction holds only while that one still is.
 * @throws {Refusal} `last-administrator`
 */
export function administratorBeside(
  target: string,
  administrators: readonly OnFile[],
  actor: string,
): OnFile {
  const others = administrators.filter(({ person }) => person.personId !== target);
  const beside = others.find(({ person }) => person.personId === actor) ?? others[0];
  if (beside === undefined) throw new Refusal('last-administrator');
  return beside;
}

interface Given {
  readonly role: Role;
  readonly atProtectedSite: boolean;
}

/**
 * An administrator keeps accounts of people whose place is protected, and is not to know it by working there.
 * @throws {Refusal} `does-not-fit`
 */
export function assertFits({ role, atProtectedSite }: Given): void {
  if (role === 'agency-administrator' && atProtectedSite)
    throw doesNotFit(
      '/atProtectedSite',
      'An administrator does not work at a protected site: that would tell where others are.',
    );
}
