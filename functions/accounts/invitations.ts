import { Refusal } from '../shared/refusals.ts';
import type { Context } from '../shared/http/call.ts';
import { commit } from '../shared/store/commit.ts';
import { addMinutes, instantOf, minutesBetween, type Instant } from '../shared/values/instants.ts';
import { invitationsKey, parseInvitations, putInvitations, type Invitations } from './store.ts';

/**
 * How many invitations an agency sends. Each is a mail to an address of somebody's choice, and says whether that address has
 * an account: so there are as many as an office that opens needs, and no more, whoever of its administrators sends them.
 */

/** In a window. */
export const mostInvitations = 40;
/** In minutes. */
export const invitationsWindow = 60;

/**
 * One more.
 * @throws {Refusal} `too-many-invitations`
 */
export function oneMoreInvitation(before: Invitations | undefined, now: Instant): Invitations {
  const version = (before?.version ?? 0) + 1;
  if (before === undefined || minutesBetween(before.since, now) >= invitationsWindow)
    return { version, since: now, number: 1 };
  if (before.number >= mostInvitations) throw new Refusal('too-many-invitations');
  return { version, since: before.since, number: before.number + 1 };
}

/**
 * Counts one in a transaction of its own, before the pool is asked: whoever is refused after it has asked all the same.
 * @throws {Refusal} `too-many-invitations`
 */
export function countInvitation(context: Context, agencyId: string, now: Date): Promise<null> {
  const at = instantOf(now.getTime());
  return commit(context, async () => {
    const [item] = await context.store.get([invitationsKey(agencyId)]);
    const after = oneMoreInvitation(parseInvitations(item), at);
    return {
      changes: [putInvitations(agencyId, after, addMinutes(after.since, invitationsWindow))],
      answer: null,
    };
  });
}
