import * as z from 'zod';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Change, Key, Store } from '../../shared/store/store.ts';
import type { Room } from '../room.ts';
import { waysKeptUntil } from '../store.ts';
import { sources, type Difference, type Sighting } from './presence.ts';

/**
 * What was said of who is in a media room, each as an item of its own that nobody changes: said twice it is written twice the same,
 * and whoever says something waits for nobody. Beside it stands what was entered of it, and of a session which rooms it had and has no more.
 */

const table = 'rooms';
const seenStart = 'presence#seen#';
const enteredStart = 'presence#entered#';

const sightingItem = z.object({
  sk: z.string(),
  source: z.enum(sources),
  what: z.enum(['came', 'went', 'aborted']),
  connection: z.string(),
  whose: z.string(),
  at: z.number(),
  hidden: z.literal(true).optional(),
});

export function putSighting(roomName: string, sighting: Sighting, now: Date): Change {
  const { connection, source, what, at } = sighting;
  const sk = `${seenStart}${connection}#${source}#${what}#${at}`;
  const item = { pk: `media#${roomName}`, sk, ...sighting, expiresAt: waysKeptUntil(now) };
  return { kind: 'put', table, item, onRefused: 'retry' };
}

interface Named {
  readonly what: Difference['what'] | 'gap';
  readonly span: Pick<Difference['span'], 'connection'>;
}
const enteredKey = (roomName: string, { what, span }: Named): Key => ({
  table,
  pk: `media#${roomName}`,
  sk: `${enteredStart}${span.connection}#${what}`,
});

/** That it is in the log: once. */
export function putEntered(roomName: string, difference: Named, now: Date): Change {
  const { pk, sk } = enteredKey(roomName, difference);
  return {
    kind: 'put',
    table,
    item: { pk, sk, expiresAt: waysKeptUntil(now) },
    when: 'absent',
    onRefused: 'retry',
  };
}

export interface Seen {
  readonly sightings: readonly Sighting[];
  readonly isEntered: (difference: Named) => boolean;
}

export async function readSeen(store: Store, roomName: string): Promise<Seen> {
  const items = await queryAll(store, table, `media#${roomName}`, { prefix: 'presence#' });
  const entered = new Set(items.map(({ sk }) => sk).filter((sk) => sk.startsWith(enteredStart)));
  return {
    sightings: items
      .filter(({ sk }) => sk.startsWith(seenStart))
      .map((item) => {
        const { sk: _sk, ...sighting } = sightingItem.parse(item);
        return sighting;
      }),
    isEntered: (difference) => entered.has(enteredKey(roomName, difference).sk),
  };
}

/** A media room that we took away, until all is entered of who was in it. */
const goneItem = z.object({ sk: z.string(), key: z.string(), goneAt: z.number() });
export interface RoomGone {
  readonly roomName: string;
  /** Which it was (place.ts). */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly goneAt: number;
}

const goneKey = (sessionId: string, roomName: string): Key => ({
  table,
  pk: `presence#${sessionId}`,
  sk: roomName,
});

export const readGone = async (store: Store, sessionId: string): Promise<readonly RoomGone[]> =>
  (await queryAll(store, table, `presence#${sessionId}`)).map((item) => {
    const { sk, ...gone } = goneItem.parse(item);
    return { roomName: sk, ...gone };
  });

export const forgetGone = (sessionId: string, roomName: string): Change => ({
  kind: 'delete',
  key: goneKey(sessionId, roomName),
  onRefused: 'retry',
});

/** What we do ourselves, in the step that does it: the rooms that it takes away. */
export function roomsGone(before: Room, after: Room, now: Date): Change[] {
  const stay = new Set(Object.values(after.rooms).map(({ roomName }) => roomName));
  return Object.entries(before.rooms)
    .filter(([, { roomName }]) => !stay.has(roomName))
    .map(([key, { roomName }]) => {
      const { pk, sk } = goneKey(after.sessionId, roomName);
      const item = { pk, sk, key, goneAt: now.getTime(), expiresAt: waysKeptUntil(now) };
      return { kind: 'put', table, item, onRefused: 'retry' };
    });
}
