import {
  assertRoleStands,
  filePartition,
  parseFile,
  type CaseFile,
  type Member,
} from '../cases/port/membership.ts';
import type { Staff } from '../shared/access/roles.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Store } from '../shared/store/store.ts';

/**
 * The one way to a case for whoever orders, reads or looks after what is disclosed.
 * @throws {Refusal} `not-found` for whoever is not a member, as for a case that is not there; `not-your-role` for a member whose
 * role has changed since
 */
export async function enterCase(store: Store, caseId: string, staff: Staff): Promise<CaseFile> {
  const file = parseFile(await queryAll(store, 'cases', filePartition(caseId)), staff.personId);
  assertRoleStands(file.self, staff);
  return file;
}

/** As the log names somebody. */
export const seatOf = ({ role, pseudonym }: Pick<Member, 'role' | 'pseudonym'>): string =>
  `${role} ${pseudonym}`;
