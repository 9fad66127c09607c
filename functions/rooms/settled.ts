import { newId } from '../shared/values/ids.ts';
import type { RandomBytes } from '../shared/values/ids.ts';
import { isBooth, placesIn, type PlacedDoor } from './place.ts';
import { withoutRooms, type MediaRoom, type Room } from './room.ts';

/** What rooms need from chance: a name for each that is new, and an identity for each who comes into one. */
export interface Names {
  /** Of a media room; nobody has guessed it, and no room had it before. */
  readonly roomName: () => string;
  readonly randomBytes: RandomBytes;
}

/**
 * The session with its media rooms as the rule of places has them (place.ts). A room that somebody must leave is taken away and
 * made anew for those who stay, since a pass cannot be taken back; who comes into a room that stays gets an identity in it.
 * @returns the very session where every room is as it must be
 */
export function settled(door: PlacedDoor, room: Room, names: Names): Room {
  const places = placesIn(door, room);
  const left = withoutRooms(room, (key, { people }) => {
    const placed = places.get(key);
    return (
      placed === undefined || Object.entries(people).some(([who, { as = 'in' }]) => placed.get(who) !== as)
    );
  });
  const lacking = [...places].filter(([key, placed]) => {
    const there = left.rooms[key];
    return [...placed.keys()].some((who) => there?.people[who] === undefined);
  });
  if (lacking.length === 0) return left;
  const isNew = lacking.some(([key, placed]) => left.rooms[key] === undefined || moves(room, placed, key));
  const epoch = isNew ? room.epoch + 1 : room.epoch;
  const filled = lacking.map(([key, placed]): [string, MediaRoom] => {
    const { roomName = names.roomName(), people = {} } = left.rooms[key] ?? {};
    const more = [...placed].filter(([who]) => people[who] === undefined);
    const given = more.map(([who, as]): [string, MediaRoom['people'][string]] => [
      who,
      { identity: newId(names.randomBytes), since: epoch, ...(as === 'viewer' ? { as } : {}) },
    ]);
    return [key, { roomName, people: { ...people, ...Object.fromEntries(given) } }];
  });
  return { ...left, epoch, rooms: { ...left.rooms, ...Object.fromEntries(filled) } };
}

/** Whether one of them comes out of another room: a page must be able to tell the later of its places. */
const moves = ({ rooms }: Room, placed: ReadonlyMap<string, unknown>, to: string): boolean =>
  Object.entries(rooms).some(
    ([key, { people }]) => key !== to && Object.keys(people).some((who) => placed.has(who)),
  );

/** A media room in which somebody has a place. */
export interface OwnPlace {
  /** Which room it is; see place.ts. */
  readonly key: string;
  readonly roomName: string;
  readonly identity: string;
  /** The epoch since which they are there. */
  readonly since: number;
  readonly as?: 'viewer' | undefined;
}

/** Where somebody has a place; first where they are heard, last where they talk among themselves. */
export const placesOf = ({ rooms }: Pick<Room, 'rooms'>, who: string): readonly OwnPlace[] =>
  Object.entries(rooms)
    .flatMap(([key, { roomName, people }]) => {
      const own = people[who];
      return own === undefined ? [] : [{ key, roomName, ...own }];
    })
    .toSorted((one, other) => rank(one) - rank(other));

const rank = ({ key, as }: Pick<OwnPlace, 'key' | 'as'>): number =>
  as === 'viewer' ? 1 : isBooth(key) || key.startsWith('consultation-') ? 2 : 0;

/** Names of the media rooms that a step makes. */
export const newNames = (before: Room, after: Room): readonly string[] => {
  const known = namesIn(before);
  return namesIn(after).filter((name) => !known.includes(name));
};

/** Names of the media rooms that there must be. */
export const namesIn = ({ rooms }: Pick<Room, 'rooms'>): readonly string[] =>
  Object.values(rooms).map(({ roomName }) => roomName);
