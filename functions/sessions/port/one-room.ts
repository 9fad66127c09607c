import { keepsListenersOut, wishesIn, type Standing } from '../../cases/port/standing.ts';
import { isOnAccusedSide, keptWhollyApart, type OfCase, type Planned } from '../../orders/port/measures.ts';
import { isInCamera, orderedAt, type StandingOrder } from '../../orders/port/standing-orders.ts';
import type { Instant } from '../../shared/values/instants.ts';
import { heardIn, type Apart, type Door } from './door.ts';
import { sitsWithClient, whyApart, type Companion, type KeptOut } from './may-meet.ts';

/**
 * The published port of `sessions` on who may not be in one room with the others of a session: whoever may not meet, see or hear
 * somebody as they are is never in one with them. Before a court the accused's side has a room of its own instead (rooms/place.ts);
 * elsewhere there is one room, and they are kept out. It goes by seats, and not by who is there at that minute: neither before nor
 * during nor after.
 */

type Seats = Pick<Door, 'sessionId' | 'seats'>;

/** What it is decided from. */
export interface OrderedAround {
  /** What stands for those who are heard. */
  readonly standings: readonly Standing[];
  /** What the court ordered in the case. */
  readonly orders: readonly StandingOrder[];
  /** Counsel and support persons who have a seat, and whose they are. */
  readonly companions: readonly Companion[];
  /** Whether the host State permits it in camera alone. */
  readonly permittedInCamera: boolean;
  /** Whether it permits it screened alone: then no order of the court brings the accused’s side in. */
  readonly permittedScreened: boolean;
}

/** Whom the plan of each never lets them meet, see or hear. */
export const plannedIn = (standings: readonly Standing[]): readonly Planned[] =>
  standings.flatMap(({ gate, pseudonym, noContact = [] }) =>
    gate === 'riskPlan'
      ? noContact.map((from) => ({ protected: pseudonym, from, measures: keptWhollyApart }))
      : [],
  );

/**
 * Whoever has a seat and is kept out of the one room, and why. Of a pair the one from whom the other is protected stays out;
 * counsel does whose client has no seat while another one has; in camera observers do, and support persons of nobody who is heard.
 */
export function keptOutIn(door: Seats, around: OrderedAround, now: Instant): readonly KeptOut[] {
  const planned = plannedIn(around.standings);
  const ordered = orderedAt(around.orders, now);
  const inCamera = around.permittedInCamera || isInCamera(around.orders, door.sessionId, now);
  // Whom somebody trusts stays with them, where it is their own wish.
  const wishedInCamera = keepsListenersOut(wishesIn(around.standings));
  return door.seats.flatMap((me): KeptOut[] => {
    const { seat, pseudonym } = me;
    const others = door.seats.filter((each) => each.pseudonym !== pseudonym);
    const apart = others.flatMap((one): KeptOut[] => {
      const isScreened = around.permittedScreened && screened(door, one, me);
      const why = isScreened ? 'accused-side' : whyApart(planned, ordered, one, me);
      return why === undefined ? [] : [{ seat, pseudonym, why, protects: one.pseudonym }];
    });
    if (!sitsWithClient(me, door.seats, around.companions)) apart.push({ seat, pseudonym, why: 'client' });
    const isOut =
      (inCamera && isOfPublic(me, comesWithHeard(door, me, around.companions))) ||
      (wishedInCamera && seat === 'observer');
    return isOut ? [...apart, { seat, pseudonym, why: 'in-camera' }] : apart;
  });
}

/** Whoever is heard, as expert too, is screened from the accused’s side where the host State says so. */
const screened = (door: Pick<Door, 'seats'>, one: OfCase, from: OfCase): boolean =>
  heardIn(door).includes(one.pseudonym) && isOnAccusedSide(from);

/**
 * The same as a door keeps it, each once, and not why a pair is apart. What a plan alone asks is said apart: whom it names must not
 * learn that it does.
 */
export function apartIn(door: Seats, around: OrderedAround, now: Instant): readonly Apart[] {
  const out = keptOutIn(door, around, now);
  return [...new Set(out.map(({ pseudonym }) => pseudonym))].map((pseudonym) => {
    const of = out.filter((each) => each.pseudonym === pseudonym);
    const why = of.map((each) => each.why);
    const hasOwnRoom = hasRoomApart(out, pseudonym) ? { screened: true as const } : {};
    if (why.some((each) => each !== 'in-camera' && each !== 'plan'))
      return { pseudonym, why: 'pair', ...hasOwnRoom };
    return { pseudonym, why: why.includes('in-camera') ? 'in-camera' : 'plan', ...hasOwnRoom };
  });
}

/** Whether a room of their own is enough for all that keeps somebody out of the others'. */
export const hasRoomApart = (out: readonly KeptOut[], pseudonym: string): boolean =>
  out.filter((each) => each.pseudonym === pseudonym).every(isScreenedOff);

/** Whether a room of their own is enough for it: on the accused's side, and their place in the session is not in question. */
const isScreenedOff = ({ seat, why }: KeptOut): boolean =>
  isOnAccusedSide({ seat }) && why !== 'client' && why !== 'in-camera';

/**
 * Who is sent out when a court sits in camera: observers, and support persons of nobody who is heard.
 * @param isWithHeard whether they come with, or go with, somebody who is heard
 */
export const isOfPublic = ({ seat }: Pick<OfCase, 'seat'>, isWithHeard: boolean): boolean =>
  seat === 'observer' || (seat === 'support-person' && !isWithHeard);

/** Whether somebody comes for one who is heard. */
const comesWithHeard = (
  door: Pick<Door, 'seats'>,
  { pseudonym }: OfCase,
  companions: readonly Companion[],
): boolean =>
  companions.some((each) => each.pseudonym === pseudonym && heardIn(door).some((one) => one === each.for));

const nothingKnown: OrderedAround = {
  standings: [],
  orders: [],
  companions: [],
  permittedInCamera: false,
  permittedScreened: false,
};

/** The same as the door has it; of an older one, which does not say, by what holds where nothing was planned or ordered. */
export const apartOf = (door: Seats & Pick<Door, 'apart'>): readonly Apart[] =>
  door.apart ?? apartIn(door, nothingKnown, '9999-12-31T00:00:00.000Z' as Instant);
