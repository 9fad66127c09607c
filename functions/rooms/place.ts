import type { Role } from '../shared/access/roles.ts';
import { heardIn, isSummonedTo, type Door, type Seat } from '../sessions/port/door.ts';
import { isOfPublic } from '../sessions/port/one-room.ts';
import { isScreened, whyKeptApart } from './kept-apart.ts';
import type { Room } from './room.ts';

/**
 * The one rule on who is in which media room of a session. It is asked by every step, which makes, takes away and fills the rooms
 * by it (settled.ts), and once more where a pass is minted. Nobody who is screened is ever in a room with whoever is protected from
 * them, or with those who go with them; not as a viewer either. Why it is so: infra/decisions/rooms-of-a-session.md.
 */

/** `viewer`: sees and hears what goes on there, and is seen and heard by nobody. */
export type As = 'in' | 'viewer';
/** By room and pseudonym, or the name of a machine. */
export type Places = ReadonlyMap<string, ReadonlyMap<string, As>>;
export type PlacedDoor = Pick<Door, 'sessionId' | 'seats' | 'apart' | 'kind' | 'gates'>;
export type PlacedRoom = Pick<
  Room,
  'phase' | 'seats' | 'pauses' | 'called' | 'beside' | 'inCamera' | 'consultations'
>;

/** Rooms by what they are. Whoever is heard waits in one of their own, and so does each screened side. */
export const hearingRoom = 'hearing';
export const screenedRoom = 'screened';
export const witnessRoom = (pseudonym: string): string => `witness-${pseudonym}`;
/** Where those who interpret in one of these talk among themselves, while they are several. */
const booths = { [hearingRoom]: 'booth', [screenedRoom]: 'booth-screened' } as const;
export const isBooth = (key: string): boolean => Object.values<string>(booths).includes(key);
export const consultationRoom = (id: string): string => `consultation-${id}`;

/** With whom somebody goes. */
export type Side =
  | { readonly of: 'court' | 'screened' }
  /** Whoever is heard, or goes with whoever is. */
  | { readonly of: 'heard'; readonly whom: string };

/** Who goes with whoever is heard, unless somebody said otherwise. */
const withHeard: readonly Role[] = [
  'support-officer',
  'support-person',
  'guardian',
  'attending-officer',
  'interpreter',
];

/** Before a court alone are there sides; elsewhere everybody is in one room. */
export function sideOf(door: PlacedDoor, { beside = {} }: Pick<Room, 'beside'>, me: Seat): Side {
  const heard = heardIn(door);
  const own = (pseudonym: string): Side | undefined =>
    heard.includes(pseudonym)
      ? { of: 'heard', whom: pseudonym }
      : isScreened(door, { pseudonym })
        ? { of: 'screened' }
        : undefined;
  if (!isSummonedTo(door)) return { of: 'court' };
  const mine = own(me.pseudonym);
  if (mine !== undefined) return mine;
  const whom = beside[me.pseudonym];
  if (whom !== undefined) return own(whom) ?? { of: 'court' };
  const [first] = heard;
  return withHeard.includes(me.seat) && first !== undefined ? { of: 'heard', whom: first } : { of: 'court' };
}

export function placesIn(door: PlacedDoor, room: PlacedRoom): Places {
  const isOpen = room.phase === 'open';
  // In a recess those who wait beside somebody stay with them; in a pause nobody is anywhere where they could be seen.
  const inRecess = room.phase === 'paused' && room.pauses.every(({ kind }) => kind === 'recess');
  const places = new Map<string, Map<string, As>>();
  const put = (key: string, who: string, as: As) =>
    places.set(key, (places.get(key) ?? new Map<string, As>()).set(who, as));
  const present = presentIn(door, room);
  const called = room.called ?? [];
  for (const seat of present) {
    const side = sideOf(door, room, seat);
    if (side.of === 'heard' && !called.includes(side.whom)) {
      if (isOpen || inRecess) put(witnessRoom(side.whom), seat.pseudonym, 'in');
    } else if (isOpen) put(side.of === 'screened' ? screenedRoom : hearingRoom, seat.pseudonym, 'in');
  }
  if (isOpen && isSummonedTo(door) && places.has(hearingRoom)) {
    // Before anybody of that side comes: what carries over to them is there and was seen to.
    if (door.seats.some((seat) => isScreened(door, seat))) {
      for (const seat of present)
        if (sideOf(door, room, seat).of === 'court') put(screenedRoom, seat.pseudonym, 'viewer');
      for (const key of [hearingRoom, screenedRoom]) put(key, 'relay', 'in');
    }
    for (const [beside, booth] of Object.entries(booths)) {
      const team = present.filter(
        ({ seat, pseudonym }) => seat === 'interpreter' && places.get(beside)?.get(pseudonym) === 'in',
      );
      if (team.length > 1) for (const { pseudonym } of team) put(booth, pseudonym, 'in');
    }
    for (const placed of places.values()) placed.set('observer', 'in');
  }
  // Last, so that no machine is in one.
  if (room.phase === 'open' || room.phase === 'paused')
    for (const [id, { people }] of Object.entries(room.consultations ?? {})) {
      const wanted = present.filter(({ pseudonym }) => people.includes(pseudonym));
      const isOfScreened = wanted.some((seat) => sideOf(door, room, seat).of === 'screened');
      for (const seat of wanted)
        if (!isOfScreened || sideOf(door, room, seat).of !== 'heard')
          put(consultationRoom(id), seat.pseudonym, 'in');
    }
  return places;
}

/** Those who are let in and may be in some room. */
const presentIn = (door: PlacedDoor, room: PlacedRoom): readonly Seat[] =>
  door.seats.filter(
    (seat) =>
      room.seats[seat.pseudonym]?.state === 'admitted' &&
      whyKeptApart(door, seat) === undefined &&
      !(room.inCamera === true && isOfPublic(seat, sideOf(door, room, seat).of === 'heard')),
  );
