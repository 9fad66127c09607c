import type * as z from 'zod';
import type { Role } from '../shared/access/roles.ts';
import type { Instant, Interval } from '../shared/values/instants.ts';
import { localOf } from '../shared/values/zones.ts';
import { mayKnowPlace, type CaseWitness } from '../cases/membership.ts';
import type { Person } from '../directory/actor.ts';
import type { seatTime } from './contract.ts';

export type SeatTime = z.input<typeof seatTime>;

/** One seat as the server knows it. */
export interface KnownSeat {
  readonly seat: Role;
  readonly pseudonym?: string | undefined;
  readonly availability?: 'available' | 'booked' | undefined;
  /** The directory's record of whoever has the seat; none for the witness, and while nobody is named. */
  readonly person?: Person | undefined;
  /** When the seat must be there, where that is not from beginning to end. */
  readonly needed?: Interval | undefined;
}

export interface View {
  readonly viewerId: string;
  readonly witness: CaseWitness;
  /** Zone of the host State's capital: stands for the attending officer to those who may not know the place. */
  readonly hostZone: string | undefined;
  readonly start: Instant;
  /** Wall time at the venue. */
  readonly venueLocal: string;
}

/** The rows of a session or preview as one viewer may see them. Where the time is hidden, so is whether dates differ. */
export const seatRows = (seats: readonly KnownSeat[], view: View): SeatTime[] =>
  seats.map((known) => {
    const zone = zoneShown(known, view);
    return {
      seat: known.seat,
      ...(known.pseudonym === undefined ? {} : { pseudonym: known.pseudonym }),
      ...(known.person === undefined ? {} : { label: known.person.label }),
      ...(known.availability === undefined ? {} : { availability: known.availability }),
      ...(known.needed === undefined ? {} : { needed: known.needed }),
      ...(zone === undefined ? {} : shownIn(zone, { ...view, start: known.needed?.start ?? view.start })),
    };
  });

function shownIn(zone: string, { start, venueLocal }: View): Pick<SeatTime, 'time' | 'dateDiffers'> {
  const { local, offset } = localOf(zone, start);
  return {
    time: { zone, local, offset },
    dateDiffers: local.slice(0, 10) !== venueLocal.slice(0, 10),
  };
}

/**
 * The zone in which a viewer may see a seat's time; undefined where it must stay hidden. A zone tells a place: hers, and
 * that of whoever is beside her.
 */
function zoneShown({ seat, person }: KnownSeat, { viewerId, witness, hostZone }: View): string | undefined {
  const knowsPlace = mayKnowPlace(witness, viewerId);
  if (seat === 'witness') return knowsPlace ? witness.zone : undefined;
  if (seat === 'attending-officer') {
    // That she is in the host State is known to all; where in it, the officer's own zone might tell.
    const shown = person !== undefined && knowsPlace && mayKnowSite(person, viewerId, witness);
    return shown || person?.personId === viewerId ? person?.zone : hostZone;
  }
  return person !== undefined && mayKnowSite(person, viewerId, witness) ? person.zone : undefined;
}

/** A shelter stays secret also where the witness herself is not under protection. */
const mayKnowSite = (person: Person, viewerId: string, { holder, mayKnow }: CaseWitness): boolean =>
  person.atProtectedSite !== true ||
  person.personId === viewerId ||
  holder === viewerId ||
  mayKnow.includes(viewerId);
