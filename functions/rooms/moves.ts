import type { DynamoDBRecord } from 'aws-lambda';
import { parseDoor } from '../sessions/port/door.ts';
import { itemOf } from '../shared/store/image.ts';
import { seatUseItem } from './seat-use.ts';
import { parseRoom } from './store.ts';
import type { Standing } from './view.ts';

/** One item of a session that somebody's view is made from, as it was and as it is. */
export interface Move {
  readonly sessionId: string;
  readonly part: 'door' | 'room' | 'seat';
  readonly before: unknown;
  readonly after: unknown;
}

/** What moved, of all that records of the followed streams tell. What is only forgotten in the end is no move. */
export function movesIn(records: readonly DynamoDBRecord[]): Move[] {
  return records.flatMap(({ dynamodb }) => {
    const sk = dynamodb?.Keys?.['sk']?.S ?? '';
    const sessionId = dynamodb?.NewImage?.['sessionId']?.S;
    const part = sk === 'door' || sk === 'room' ? sk : sk.startsWith('seat#') ? ('seat' as const) : undefined;
    if (sessionId === undefined || part === undefined) return [];
    const [before, after] = [itemOf(dynamodb?.OldImage), itemOf(dynamodb?.NewImage)];
    return part === 'seat' && !isSeen(before, after) ? [] : [{ sessionId, part, before, after }];
  });
}

/** Most of what a seat uses is only counted. */
function isSeen(before: unknown, after: unknown): boolean {
  const shown = (item: unknown) => {
    const { arrival, tooOften } = item === undefined ? {} : seatUseItem.parse(item);
    return JSON.stringify([arrival, tooOften]);
  };
  return shown(before) !== shown(after);
}

/**
 * How things stood before and after a move, with all else as it is now; undefined where nothing stood before it that anybody
 * could have been shown.
 */
export function standings(
  now: Standing,
  { part, before, after, sessionId }: Move,
): readonly [Standing, Standing] | undefined {
  const at = (item: unknown): Standing => {
    if (part === 'door') return { ...now, door: parseDoor(item) };
    if (part === 'room') return { ...now, room: parseRoom(item, sessionId) };
    const { pseudonym } = seatUseItem.parse(after);
    const others = now.uses.filter((use) => use.pseudonym !== pseudonym);
    return { ...now, uses: item === undefined ? others : [...others, seatUseItem.parse(item)] };
  };
  return part === 'door' && before === undefined ? undefined : [at(before), at(after)];
}
