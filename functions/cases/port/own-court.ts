import type { Staff } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Case } from './membership.ts';

/**
 * The court of a case is one of the State that asks: its clerks and judges book its hearings, admit counsel and decide on
 * orders. One of another State can be a member too, such as a judge through whom questions go, and does none of that.
 * @throws {Refusal} `not-your-role` for a clerk or a judge of another State
 */
export function assertOwnCourt(
  { role, country }: Pick<Staff, 'role' | 'country'>,
  { requestingState }: Pick<Case, 'requestingState'>,
): void {
  const isCourt = role === 'clerk' || role === 'judge';
  if (isCourt && country !== requestingState) throw new Refusal('not-your-role');
}
