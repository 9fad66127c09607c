import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sequencePending } from '../../functions/custody/sequence-each.ts';
import { roomsApp } from '../../functions/rooms/routes.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import type { Actor } from '../../functions/shared/access/roles.ts';
import { keyName, type Item } from '../../functions/shared/store/store.ts';
import { toldBy } from '../custody/filed-facts.ts';
import { ask, contextOver } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { mediaInMemory } from '../support/media-in-memory.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';

const sessionId = '5yma2x0cdjsbp9bhwaf57yysva';
const folder = join(import.meta.dirname, '2026-11-28');
const itemsOf = (table: string) =>
  JSON.parse(readFileSync(join(folder, `${table}.json`), 'utf8')) as readonly Item[];

describe('a hearing that was being flooded on 28 November 2026', () => {
  let store: MemoryStore;
  const now = new Date('2026-11-25T03:00:30.000Z');

  beforeEach(() => {
    store = memoryStore();
    for (const table of ['rooms', 'custody', 'sessions'])
      for (const item of itemsOf(table)) store.items.set(keyName({ table, pk: item.pk, sk: item.sk }), item);
  });

  const asClerk = async (method: 'GET' | 'POST', verb: string, body: object = {}) => {
    const { seats } = parseDoor((await store.get([doorKey(sessionId)]))[0]);
    const personId = seats.find(({ seat }) => seat === 'clerk')?.personId ?? '';
    const clerk = { kind: 'staff', personId, role: 'clerk', agencyId: '', language: 'en', zone: 'UTC' };
    const app = roomsApp(
      contextOver(store, now),
      async () => mediaInMemory(new Set()),
      'wss://pages.example.org',
    );
    return ask(app, clerk as Actor, method, `/api/rooms/${sessionId}${verb}`, body);
  };
  const seatsSeen = async () => {
    const { body } = await asClerk('GET', '');
    const seats = body.seats as { pseudonym: string; state: string; asksTooOften?: true }[];
    return seats.map(({ pseudonym, state, asksTooOften }) => [pseudonym, state, asksTooOften ?? false]);
  };

  test('has the same people at its door, and shows who asked too often', async () => {
    expect(await seatsSeen()).toEqual([
      ['C-2222', 'admitted', false],
      ['P-2222', 'away', false],
      ['S-2222', 'away', false],
      ['W-2222', 'admitted', false],
      ['I-2222', 'waiting', true],
    ]);
    expect(await asClerk('POST', '/admissions', { seat: 'interpreter' })).toMatchObject({ status: 201 });
    expect(await asClerk('POST', '/admissions', { seat: 'prosecutor' })).toMatchObject({
      body: { code: 'not-waiting' },
    });
  });

  test('has every fact entered or counted by the next sweep, and no fact twice', async () => {
    const before = (await entriesIn(store, sessionId)).reduce((sum, entry) => sum + toldBy(entry), 0);
    const filed = itemsOf('custody').filter(({ pk }) => pk.startsWith('inbox#')).length;
    const counted = itemsOf('custody').flatMap(({ sk, leftOut }) =>
      sk === 'account'
        ? Object.values(leftOut as Record<string, { counts: Record<string, number> }>).flatMap(({ counts }) =>
            Object.values(counts),
          )
        : [],
    );
    const waiting = counted.reduce((sum, count) => sum + count, 0);
    expect([filed, waiting]).toEqual([19, 34]);
    const sequencer = {
      store,
      now: () => now,
      pause: () => Promise.resolve(),
      wait: () => Promise.resolve(),
    };
    expect(await sequencePending(sequencer)).toEqual({ looked: 1, repaired: 1 });
    const entries = await entriesIn(store, sessionId);
    expect(entries.reduce((sum, entry) => sum + toldBy(entry), 0)).toBe(before + filed + waiting);
    expect([...store.items.values()].filter(({ pk }) => pk.startsWith('inbox#'))).toEqual([]);
    expect(await sequencePending(sequencer)).toEqual({ looked: 0, repaired: 0 });
  });
});
