import { doorKey, parseDoor } from '../../sessions/port/door.ts';
import { isGuestSeat } from '../../shared/access/roles.ts';
import type { Handler } from '../../shared/http/call.ts';
import { parseInstant } from '../../shared/values/instants.ts';
import type { listInvitations as contract } from './contract.ts';
import { mayInvite } from './issue-invitation.ts';
import { seatOf } from '../../sessions/port/seat-of.ts';
import { assertSees } from '../still-of-case.ts';
import { invitationKey, parseInvitation } from '../store.ts';

/** How the invitations of those who come without an account stand; link and PIN were shown once, and are in no answer. */
export const listInvitations: Handler<typeof contract> = async ({
  actor,
  params: { sessionId },
  context: { store },
  now,
}) => {
  const [doorItem] = await store.get([doorKey(sessionId)]);
  const door = parseDoor(doorItem);
  seatOf(door, actor);
  await assertSees(store, door, actor, now);
  const guests = door.seats.flatMap(({ seat, pseudonym }) =>
    isGuestSeat(seat) ? [{ seat, pseudonym }] : [],
  );
  const items = await store.get(guests.map(({ pseudonym }) => invitationKey(sessionId, pseudonym)));
  return {
    invitations: guests.flatMap(({ seat, pseudonym }, index) => {
      const invitation = parseInvitation(items[index]);
      if (invitation === undefined) return [];
      const { state, language, triedOutAt } = invitation;
      const mine = mayInvite(door, actor.role, seat);
      return [
        {
          seat,
          pseudonym,
          state,
          // The language may tell where somebody comes from.
          ...(mine ? { language } : {}),
          ...(triedOutAt === undefined ? {} : { triedOutAt: parseInstant(triedOutAt) }),
        },
      ];
    }),
  };
};
