import * as z from 'zod';
import { hostStateOf } from '../cases/port/membership.ts';
import { enterParty, type EnteredParty } from '../cases/port/enter-party.ts';
import { parsePerson, personKey } from '../directory/port/actor.ts';
import { assertMayOpen } from '../sessions/port/may-open-gate.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { Key, Store } from '../shared/store/store.ts';
import { stepFields, type Series } from '../shared/store/numbered-series.ts';
import { permission } from './contract.ts';

/** A later decision of the host State stands in place of the earlier one. */
const decisionItem = z.object({ ...stepFields, permission });
export type Decided = z.output<typeof decisionItem>;

export const decisions: Series<Decided> = { table: 'requests', name: 'permission', item: decisionItem };

/**
 * A person to be heard, entered by an authority of the State that decides whether they may be.
 * @throws {Refusal} those of `enterParty`; `not-your-role` for an authority of another State
 */
export async function enterAsHostState(
  store: Store,
  params: { readonly caseId: string; readonly party: string },
  staff: Staff,
  more: readonly Key[],
): Promise<EnteredParty> {
  const own = personKey(staff.personId);
  const entered = await enterParty(store, params, staff, [...more, own]);
  const hostState = hostStateOf(entered.case, [entered.witness]);
  assertMayOpen('permission', parsePerson(entered.found(own)), { hostState });
  return entered;
}
