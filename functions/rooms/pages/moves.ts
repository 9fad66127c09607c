import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { parseDoor, type Seat } from '../../sessions/port/door.ts';
import { isGuestSeat } from '../../shared/access/roles.ts';
import { itemOf } from '../../shared/store/image.ts';
import { seatUseItem } from '../seat-use.ts';
import { parseRoom } from '../store.ts';
import type { Standing } from '../view.ts';

/**
 * Items by which it is decided what somebody is shown, and by `device` whether a guest is shown anything. `told` is of another
 * capability whose pages are those of the room (hearing/store.ts): by pseudonym, how often it has something new for a seat.
 */
type Part = 'door' | 'room' | 'seat' | 'device' | 'told';

/** One of them, as it was and as it is. */
export interface Move {
  readonly sessionId: string;
  readonly part: Part;
  readonly before: unknown;
  readonly after: unknown;
}

const partOf = (sk: string): Part | undefined =>
  sk === 'door' || sk === 'room' || sk === 'told'
    ? sk
    : sk.startsWith('seat#')
      ? 'seat'
      : sk.startsWith('device#')
        ? 'device'
        : undefined;

/** What moved, of all that records of the followed streams tell. */
export function movesIn(records: readonly DynamoDBRecord[]): Move[] {
  return records.flatMap(({ dynamodb }) => {
    const [pk, sk] = [dynamodb?.Keys?.['pk']?.S ?? '', dynamodb?.Keys?.['sk']?.S ?? ''];
    const part = partOf(sk);
    if (!pk.startsWith('session#') || part === undefined) return [];
    const [before, after] = [itemOf(dynamodb?.OldImage), itemOf(dynamodb?.NewImage)];
    // Only a device is ever taken away; what else is gone was forgotten long after the end.
    const isOld = part === 'seat' ? !isSeen(before, after) : part !== 'device' && after === undefined;
    return isOld ? [] : [{ sessionId: pk.slice('session#'.length), part, before, after }];
  });
}

/** Most of what a seat uses is only counted. */
function isSeen(before: unknown, after: unknown): boolean {
  if (after === undefined) return false;
  const shown = (item: unknown) => {
    const { arrival, tooOften, hand } = item === undefined ? {} : seatUseItem.parse(item);
    return JSON.stringify([arrival, tooOften, hand]);
  };
  return shown(before) !== shown(after);
}

/** Whether another capability has something new for a seat. Who waits at the door is told nothing of what goes on inside. */
export function isTold(
  { before, after }: Move,
  { seat, pseudonym }: Pick<Seat, 'seat' | 'pseudonym'>,
  { room }: Standing,
): boolean {
  const isIn = !isGuestSeat(seat) || room.seats[pseudonym]?.state === 'admitted';
  const count = (item: unknown) => (item === undefined ? undefined : told.parse(item)[pseudonym]);
  return isIn && count(before) !== count(after);
}
const told = z.record(z.string(), z.unknown());

/**
 * How things stood before and after a move, with all else as it is now; undefined where nobody is shown anything else by it:
 * a door that is new, a device, by which nothing is shown, and what another capability shows.
 */
export function standings(
  now: Standing,
  { part, before, after, sessionId }: Move,
): readonly [Standing, Standing] | undefined {
  if (part === 'device' || part === 'told' || (part === 'door' && before === undefined)) return undefined;
  const at = (item: unknown): Standing => {
    if (part === 'door') return { ...now, door: parseDoor(item) };
    if (part === 'room') return { ...now, room: parseRoom(item, sessionId) };
    const { pseudonym } = seatUseItem.parse(after);
    const others = now.uses.filter((use) => use.pseudonym !== pseudonym);
    return { ...now, uses: item === undefined ? others : [...others, seatUseItem.parse(item)] };
  };
  return [at(before), at(after)];
}
