import { conflictsKey, mustNotInterpret, parseConflicts } from '../../cases/port/must-not-interpret.ts';
import type { InterpreterProfile } from '../../directory/port/working-time.ts';
import { Refusal } from '../../shared/refusals.ts';
import { parseProfile, profileKey } from '../../directory/port/working-time-store.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { Booking } from '../../sessions/port/roster.ts';

/** What an interpreter must keep away from here. */
export interface CaseFacts {
  readonly caseId: string;
  readonly requestingState: string;
  readonly hostState: string;
}

export const hasConflict = (
  { conflicts }: InterpreterProfile,
  { caseId, requestingState, hostState }: CaseFacts,
): boolean =>
  conflicts.cases.some((each) => each === caseId) ||
  conflicts.countries.some((country) => country === requestingState || country === hostState);

/**
 * Whoever says meanwhile that they must not moves the case on, and so whoever is given a seat is looked at anew.
 * @param found what was read of everybody who is booked (`claimKeys`)
 * @throws {Refusal} `conflict-declared` for an interpreter who must keep away from this case or one of its States
 */
export function assertNoConflict(bookings: readonly Booking[], found: Found, facts: CaseFacts): void {
  for (const { seat, personId } of bookings) {
    if (seat !== 'interpreter' || personId === undefined) continue;
    if (mustNotInterpret(parseConflicts(found(conflictsKey(facts.caseId))), personId))
      throw new Refusal('conflict-declared', { seat });
    const item = found(profileKey(personId));
    // Without a profile nobody has declared anything.
    const profile = item === undefined ? undefined : parseProfile(item, {})?.value;
    if (profile !== undefined && hasConflict(profile, facts))
      throw new Refusal('conflict-declared', { seat });
  }
}
