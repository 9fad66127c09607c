import type * as z from 'zod';
import type { Role } from '../../shared/access/roles.ts';
import type { Instant, Interval } from '../../shared/values/instants.ts';
import { localOf } from '../../shared/values/zones.ts';
import { visibilityOf, type Viewpoint } from '../../cases/port/who-may-know-a-place.ts';
import { isInTheOpen, type Person } from '../../directory/port/actor.ts';
import type { seatTime } from '../contract.ts';

export type SeatTime = z.input<typeof seatTime>;

/** One seat as the server knows it. */
export interface KnownSeat {
  readonly seat: Role;
  readonly pseudonym?: string | undefined;
  readonly presides?: true | undefined;
  readonly availability?: 'available' | 'booked' | undefined;
  /** The directory's record of whoever has the seat; none for the witness, and while nobody is named. */
  readonly person?: Person | undefined;
  /** When the seat must be there, where that is not from beginning to end. */
  readonly needed?: Interval | undefined;
}

export interface View {
  readonly viewpoint: Viewpoint;
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
      ...(known.presides === undefined ? {} : { presides: known.presides }),
      ...(known.person === undefined || known.person.label === '' ? {} : { label: known.person.label }),
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
 * that of whoever is beside her. That the officers beside her are in the host State is known to all, so its clock stands
 * for theirs; of whoever works at a protected site not even that is said.
 */
function zoneShown({ seat, person, pseudonym }: KnownSeat, { viewpoint }: View): string | undefined {
  const visibility = visibilityOf(viewpoint);
  if (seat === 'witness')
    return visibility.witness(pseudonym)
      ? viewpoint.witnesses.find((each) => each.pseudonym === pseudonym)?.zone
      : undefined;
  if (person !== undefined && visibility.person(person)) return person.zone;
  if (person?.atProtectedSite === true) return undefined;
  return isInTheOpen({ role: seat }) ? undefined : visibility.clockBesideHer;
}
