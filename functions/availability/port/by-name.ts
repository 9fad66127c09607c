import { knownByNameIn } from '../../cases/port/by-name.ts';
import type { Case } from '../../cases/port/membership.ts';
import { parsePerson, personKey } from '../../directory/port/actor.ts';
import { parseRoom, roomKey } from '../../directory/port/working-time-store.ts';
import type { Booking } from '../../sessions/port/roster.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { Store } from '../../shared/store/store.ts';

/** Of which case somebody is to be named, and by whom. */
export interface Naming {
  readonly opened: Pick<Case, 'takenBy'>;
  readonly viewer: { readonly agencyId: string };
  readonly isMember: (personId: string) => boolean;
}

/**
 * That everybody and everything that is named may be, before anything is looked up on a calendar. Mostly costs no read:
 * only where an interpreter is engaged for the first time.
 * @param found what was read of them
 * @throws {Refusal} `case-not-taken` naming the first whose agency has not taken the case
 */
export async function assertKnownByName(
  store: Store,
  { opened, viewer, isMember }: Naming,
  bookings: readonly Booking[],
  found: Found,
): Promise<void> {
  const owned = bookings.flatMap((booking) => {
    const agencyId = agencyOf(booking, found, isMember);
    return agencyId === undefined ? [] : [{ booking, agencyId }];
  });
  const isKnown = await knownByNameIn(
    store,
    opened,
    viewer,
    owned.map(({ agencyId }) => agencyId),
  );
  const stranger = owned.find(({ agencyId }) => !isKnown(agencyId))?.booking;
  if (stranger === undefined) return;
  const { seat, personId, roomId } = stranger;
  throw new Refusal('case-not-taken', {
    seat,
    ...(personId === undefined ? {} : { person: personId }),
    ...(roomId === undefined ? {} : { room: roomId }),
  });
}

/** Nobody's for whoever is known without an agency's word: she who is heard, and interpreters who were booked before. */
function agencyOf(
  { seat, personId, roomId }: Booking,
  found: Found,
  isMember: Naming['isMember'],
): string | undefined {
  if (roomId !== undefined) return parseRoom(found(roomKey(roomId))).agencyId;
  if (personId === undefined || (seat === 'interpreter' && isMember(personId))) return undefined;
  return parsePerson(found(personKey(personId))).agencyId;
}
