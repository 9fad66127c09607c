import type * as z from 'zod';
import { listInvitations } from '../../../../../functions/rooms/invitations/contract.ts';
import type { GuestRole } from '../../../../../functions/shared/access/roles.ts';
import { useAnswer } from '../../../api/hooks.ts';

export type Invitation = z.infer<typeof listInvitations.answer>['invitations'][number];

/** How the invitations of a session stand; looked at every ten seconds, since a stranger may try PINs meanwhile. */
export const useInvitations = (sessionId: string): readonly Invitation[] =>
  useAnswer(listInvitations, { params: { sessionId } }, { every: () => 10_000 }).data?.invitations ?? [];

/** The one of a seat, or of one of several who have it. */
export const useInvitation = (
  sessionId: string,
  { seat, pseudonym }: { readonly seat: GuestRole; readonly pseudonym?: string | undefined },
): Invitation | undefined =>
  useInvitations(sessionId).find(
    (each) => each.seat === seat && (pseudonym === undefined || each.pseudonym === pseudonym),
  );
