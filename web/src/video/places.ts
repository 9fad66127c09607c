import type { PassBody, RoomView, SeatView } from './room-view.ts';

/**
 * A room in which this page has a place. `since` rises each time somebody is put into a room or a room is made anew; a viewer
 * is neither heard nor seen there.
 */
export interface Place {
  readonly room: string;
  readonly since: number;
  readonly as?: 'viewer' | undefined;
}

/** All rooms of a session are of these kinds; a key is a kind, or a kind and whose it is. */
export type RoomKind = 'hearing' | 'witness' | 'screened' | 'booth' | 'consultation';
const kinds: readonly RoomKind[] = ['hearing', 'witness', 'screened', 'booth', 'consultation'];

/** Undefined for a room of a kind that this page does not know. */
export const roomKind = (key: string): RoomKind | undefined =>
  kinds.find((kind) => key === kind || key.indexOf(`${kind}-`) === 0);

export interface Places {
  /** The place in which one speaks, unless another is chosen. */
  readonly main: Place | undefined;
  readonly others: readonly Place[];
}

/**
 * What a view says of the rooms of a session, where the service has several: the own places, main place first; who of the others
 * is seen in a further room under another identity; and on the screened side under which the court is.
 */
export type Placed = RoomView & {
  readonly places?: readonly Place[] | undefined;
  readonly relay?: string | undefined;
};
export type PlacedSeat = SeatView & {
  readonly elsewhere?: readonly { readonly room: string; readonly identity: string }[] | undefined;
};

/** Under which names the media server knows somebody, in whatever room. */
export const identitiesOf = ({ identity, elsewhere = [] }: PlacedSeat): readonly string[] => [
  ...(identity === undefined ? [] : [identity]),
  ...elsewhere.map((each) => each.identity),
];

/** The own places: the first in which one can speak is the main one. A service that says nothing of places has one room alone. */
export function placesOf({ places, epoch }: Pick<Placed, 'places' | 'epoch'>): Places {
  if (places === undefined)
    return { main: epoch > 0 ? { room: 'hearing', since: epoch } : undefined, others: [] };
  const main = places.find(({ as }) => as !== 'viewer');
  return { main, others: places.filter((place) => place !== main) };
}

/**
 * The one room in which this person is heard. Where the room that they chose is gone, they are heard nowhere until they choose
 * anew: who talked to a client a moment ago must not be heard by the court because the other room was closed.
 * @param chosen a room by its key; undefined while nothing was chosen, which is the main room
 */
export function heardIn(chosen: string | undefined, { main, others }: Places): string | undefined {
  if (chosen === undefined) return main?.room;
  const speaks = [...(main === undefined ? [] : [main]), ...others].filter(({ as }) => as !== 'viewer');
  return speaks.find(({ room }) => room === chosen)?.room;
}

/** What a pass is asked for with. @param room undefined where there is only one */
export const passBody = (room: string | undefined): PassBody => (room === undefined ? {} : { room });
