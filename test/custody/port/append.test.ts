import { describe, expect, test } from 'vitest';
import {
  entryKey,
  type Head,
  headKey,
  markKey,
  MAX_ENTRIES_PER_APPEND,
  parseHead,
  placeKey,
  prepareAppend,
} from '../../../functions/custody/port/append.ts';
import { defineAction, type DeclaredEntry } from '../../../functions/custody/port/action.ts';
import { accessLogId } from '../../../functions/custody/port/log-class.ts';
import { leafHash, rootOfFrontier, rootOfLeaves } from '../../../functions/custody/tree.ts';
import type { Change, Item } from '../../../functions/shared/store/store.ts';

const logId = '4x7k2q9d1m3n5p8r0s6t7v2w4y';
const caseId = '5x7k2q9d1m3n5p8r0s6t7v2w4y';
const recordedAt = new Date('2026-11-24T03:00:00.000Z');

const somethingDone = defineAction({
  action: 'something.done',
  log: 'session',
  by: ['prosecutor'],
  authority: ['role'],
});

const idOf = (n: number): string => `entry-${String(n).padStart(16, '0')}`;
const newEntry = (n: number): DeclaredEntry =>
  somethingDone.entry({
    entryId: idOf(n),
    actor: { role: 'prosecutor', pseudonym: 'P-4K7Q' },
    authority: { kind: 'role', ref: 'prosecutor' },
    occurredAt: '2026-11-24T02:59:59.000Z',
  });

const entriesFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, i) => newEntry(first + i));

const append = (head: Head | undefined, entries: DeclaredEntry[]) =>
  prepareAppend({ logId, caseId, head, entries, recordedAt });

type Put = Extract<Change, { kind: 'put' }>;

function putAt(changes: readonly Change[], key: { pk: string; sk: string }): Put {
  const found = changes.find(
    (change) => change.kind === 'put' && change.item.pk === key.pk && change.item.sk === key.sk,
  );
  if (found?.kind !== 'put') throw new Error(`no put at ${key.pk} ${key.sk}`);
  return found;
}

/** What a read of the head gives back after the write. */
const stored = (changes: readonly Change[]): Item => structuredClone(putAt(changes, headKey(logId)).item);

describe('prepareAppend', () => {
  test('the first append creates the head only if there is none', () => {
    const { changes } = append(undefined, [newEntry(0)]);
    expect(putAt(changes, headKey(logId)).when).toBe('absent');
    expect(putAt(changes, headKey(logId)).item).toMatchObject({
      logId,
      caseId,
      class: 'session',
      size: 1,
      sealed: false,
    });
    expect(putAt(changes, entryKey(logId, 0)).when).toBe('absent');
    expect(putAt(changes, placeKey(idOf(0)))).toMatchObject({
      when: 'absent',
      item: { logId, index: 0 },
    });
    expect(putAt(changes, markKey(logId)).item['size']).toBe(1);
    expect(changes.every((change) => change.onRefused === 'retry')).toBe(true);
  });

  test('a later append advances the head only from the size that was read', () => {
    const first = append(undefined, entriesFrom(0, 3));
    const second = append(parseHead(stored(first.changes)), entriesFrom(3, 2));
    expect(putAt(second.changes, headKey(logId))).toMatchObject({
      when: { size: 3, class: 'session', sealed: false },
      item: { size: 5 },
    });
    expect(second.entries.map(({ index }) => index)).toEqual([3, 4]);
    expect(putAt(second.changes, entryKey(logId, 4)).item.sk).toBe('entry#0000000000000004');
  });

  test('a head from before heads named their class gets it with the next entry, if nobody else gave it one', () => {
    const { class: _, ...old } = stored(append(undefined, entriesFrom(0, 3)).changes);
    const next = append(parseHead(old), [newEntry(3)]);
    expect(putAt(next.changes, headKey(logId))).toMatchObject({
      when: { size: 3, class: undefined },
      item: { size: 4, class: 'session' },
    });
    expect(putAt(next.changes, headKey(logId)).when).toHaveProperty('class');
  });

  test('a log never changes its class: neither by what is entered nor by what the head says', () => {
    const head = parseHead(stored(append(undefined, entriesFrom(0, 3)).changes)) as Head;
    expect(() => append({ ...head, class: 'case' }, [newEntry(3)])).toThrow('another class');
    expect(() => append({ ...head, class: 'access' }, [newEntry(3)])).toThrow('another class');
    expect(() =>
      parseHead({ ...stored(append(undefined, [newEntry(0)]).changes), class: 'court' }),
    ).toThrow();
  });

  test('however the entries come in, the head has the root of all leaves', () => {
    let head: Head | undefined;
    const leaves: Uint8Array[] = [];
    for (const [first, count] of [
      [0, 1],
      [1, 4],
      [5, 7],
      [12, 1],
      [13, 20],
    ] as const) {
      const { changes } = append(head, entriesFrom(first, count));
      for (let index = first; index < first + count; index += 1) {
        leaves.push(leafHash(Buffer.from(putAt(changes, entryKey(logId, index)).item['leaf'] as string)));
      }
      head = parseHead(stored(changes));
    }
    expect(Buffer.from(rootOfFrontier((head as Head).frontier))).toEqual(Buffer.from(rootOfLeaves(leaves)));
  });

  test('every append of one entry makes four changes, at any length', () => {
    const long: Head = {
      logId,
      caseId,
      frontier: { size: 2 ** 40, hashes: [new Uint8Array(32)] },
      sealed: false,
    };
    expect(append(undefined, [newEntry(0)]).changes).toHaveLength(4);
    expect(append(long, [newEntry(0)]).changes).toHaveLength(4);
    expect(append(undefined, entriesFrom(0, MAX_ENTRIES_PER_APPEND)).changes.length).toBeLessThan(100);
  });

  test('refuses no entries, too many, a foreign head, a foreign case, and a sealed log', () => {
    const { head } = append(undefined, [newEntry(0)]);
    expect(() => append(undefined, [])).toThrow(RangeError);
    expect(() => append(undefined, entriesFrom(0, MAX_ENTRIES_PER_APPEND + 1))).toThrow(RangeError);
    expect(() => append({ ...head, logId: accessLogId(logId) }, [newEntry(1)])).toThrow('another log');
    expect(() => append({ ...head, caseId: 'x' }, [newEntry(1)])).toThrow('another log');
    expect(() => append({ ...head, sealed: true }, [newEntry(1)])).toThrow('room-ended');
  });

  test('a damaged head stops appends instead of starting a second log', () => {
    const good = stored(append(undefined, entriesFrom(0, 3)).changes);
    expect(parseHead(undefined)).toBeUndefined();
    expect(() => parseHead({ ...good, size: 4 })).toThrow('damaged');
    expect(() => parseHead({ ...good, size: 0, frontier: [] })).toThrow();
    expect(() => parseHead({ ...good, frontier: ['AAAA'] })).toThrow();
  });
});
