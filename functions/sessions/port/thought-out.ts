import { Refusal } from '../../shared/refusals.ts';
import { witnessOf, type CaseFile } from '../../cases/port/membership.ts';
import { assertParties } from '../../cases/port/parties.ts';
import { assertWithClient, bookingsOf } from './bookings.ts';
import { kinds } from './kinds.ts';
import type { Proposal } from './proposal.ts';
import { witnessesOf } from './roster.ts';
import { resolveTime } from './session-time.ts';

/**
 * What would be booked: when, and who and what, as far as anybody was chosen.
 * @throws {Refusal} those of `resolveTime`, `bookingsOf`, `witnessOf`, `assertParties` and `assertWithClient`
 */
export function thoughtOut(proposal: Proposal, file: CaseFile, now: Date) {
  const time = resolveTime(proposal, now);
  const bookings = bookingsOf(proposal, bookerOf(proposal, file), false);
  for (const party of witnessesOf(bookings)) witnessOf(file, party);
  assertParties(bookings, file.parties);
  assertWithClient(bookings, file.members);
  return { time, bookings };
}

/**
 * By whom it would be booked: a prosecutor looks for herself, others for the prosecutor who runs the case.
 * @throws {Refusal} `not-your-role` for a confidential kind that the one who asks may not book
 */
function bookerOf({ kind }: Proposal, { case: { openedBy }, self }: CaseFile) {
  const { bookedBy, confidential } = kinds[kind];
  if (bookedBy.some((role) => role === self.role)) return self;
  const [role] = bookedBy;
  if (confidential || role === undefined) throw new Refusal('not-your-role');
  return { personId: openedBy, role };
}
