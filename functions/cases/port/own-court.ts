import type { Role, Staff } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Case } from './membership.ts';

/**
 * The court of a case is one of the State that asks: its clerks and judges book its hearings, admit counsel and decide on
 * orders. One of another State can be a member too, such as a judge through whom questions go, and does none of that.
 * @throws {Refusal} `not-your-role` for a clerk or a judge of another State
 */
export function assertOwnCourt(staff: Asking, opened: Pick<Case, 'requestingState'>): void {
  if (!isOwnCourt(staff, opened)) throw new Refusal('not-your-role');
}

interface Asking {
  readonly role: Role;
  readonly country: Staff['country'];
}

/** Whether somebody is none of a court of another State. */
export const isOwnCourt = (
  { role, country }: Asking,
  { requestingState }: Pick<Case, 'requestingState'>,
): boolean => (role !== 'clerk' && role !== 'judge') || country === requestingState;
