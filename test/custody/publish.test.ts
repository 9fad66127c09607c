import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryKey, headKey, markKey, parseHead, prepareAppend } from '../../functions/custody/port/append.ts';
import { parseCheckpoint } from '../../functions/custody/checkpoint.ts';
import { exportText } from '../../functions/custody/export-file.ts';
import { openNote } from '../../functions/custody/note.ts';
import { type Archive, publishLog, type Publisher, sweep } from '../../functions/custody/publish.ts';
import { PublishFault } from '../../functions/custody/publish-fault.ts';
import { readLeaves, readLog } from '../../functions/custody/store.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import type { Item, Store } from '../../functions/shared/store/store.ts';
import { memoryStore } from '../support/memory-store.ts';
import { caseId, key, logId, otherLogId, sampleEntry, signer } from './sample-log.ts';

interface Bench {
  readonly store: ReturnType<typeof memoryStore>;
  readonly objects: Map<string, string>;
  readonly publisher: Publisher;
  readonly signed: string[];
}

function bench(): Bench {
  const store = memoryStore();
  const objects = new Map<string, string>();
  const signed: string[] = [];
  const archive: Archive = {
    async put(name, bytes) {
      const text = Buffer.from(bytes).toString('utf8');
      const there = objects.get(name);
      if (there !== undefined && there !== text) throw new PublishFault('archive-differs');
      objects.set(name, text);
    },
  };
  const counting = {
    ...signer,
    sign: (message: Uint8Array) => {
      signed.push(Buffer.from(message).toString('utf8'));
      return signer.sign(message);
    },
  };
  return { store, objects, signed, publisher: { store, archive, signer: async () => counting } };
}

let made = 0;
async function append(store: Store, count: number, log = logId): Promise<void> {
  const [item] = await store.get([headKey(log)]);
  const entries = Array.from({ length: count }, () => sampleEntry((made += 1), { log }));
  const recordedAt = new Date(Date.UTC(2026, 10, 24) + made * 1000);
  await store.write(
    prepareAppend({ logId: log, caseId, head: parseHead(item), entries, recordedAt }).changes,
  );
}

async function exported({ store }: Bench, log = logId): Promise<string> {
  const { published } = await readLog(store, log);
  const leaves = await readLeaves(store, log, 0, published.frontier.size);
  return exportText({ logId: log, origin: `${signer.name}/${log}`, key }, leaves, published.note);
}

const sizeOf = (checkpoint: string) => parseCheckpoint(openNote(checkpoint, signer).text).size;

/** The work stopped here, as by a crash: before the step has an effect, or after it had one. */
class Crash extends Error {}

const steps = ['entries', 'sign', 'checkpoint', 'move', 'mark'] as const;
type Step = (typeof steps)[number];

function crashingAt({ store, publisher }: Bench, step: Step, after: boolean): Publisher {
  const around = async <T>(here: boolean, run: () => Promise<T>): Promise<T> => {
    if (here && !after) throw new Crash();
    const result = await run();
    if (here) throw new Crash();
    return result;
  };
  return {
    store: {
      ...store,
      write: (changes) =>
        around(changes[0]?.kind === (step === 'move' ? 'put' : step === 'mark' ? 'delete' : ''), () =>
          store.write(changes),
        ),
    },
    archive: {
      put: (name, bytes) =>
        around(
          (step === 'entries' && name.includes('/entries-')) ||
            (step === 'checkpoint' && name.includes('/checkpoint-')),
          () => publisher.archive.put(name, bytes),
        ),
    },
    signer: async () => {
      const by = await publisher.signer();
      return { ...by, sign: (message) => around(step === 'sign', () => by.sign(message)) };
    },
  };
}

describe('publishing', () => {
  test('the checkpoint covers all entries; the file made of it is intact', async () => {
    const it = bench();
    await append(it.store, 1);
    await append(it.store, 6);
    const { frontier, note } = await publishLog(it.publisher, logId);
    expect(frontier.size).toBe(7);
    expect(sizeOf(note)).toBe(7n);
    expect(verifyExport(Buffer.from(await exported(it)), { key: signer }).verdict).toBe('intact');
    expect([...it.objects.keys()]).toEqual([
      `logs/${logId}/entries-0000000000000000-0000000000000007.jsonl`,
      `logs/${logId}/checkpoint-0000000000000007.txt`,
    ]);
    const [mark] = await it.store.get([markKey(logId)]);
    expect(mark).toBeUndefined();
  });

  test('nothing new: nothing is signed or written', async () => {
    const it = bench();
    await append(it.store, 2);
    const first = await publishLog(it.publisher, logId);
    expect(await publishLog(it.publisher, logId)).toEqual(first);
    expect(it.signed).toHaveLength(1);
  });

  test('more than one page of entries', async () => {
    const it = bench();
    for (let i = 0; i < 12; i += 1) await append(it.store, 40);
    await publishLog(it.publisher, logId);
    expect(verifyExport(Buffer.from(await exported(it)), { key: signer, expectSize: 480 }).verdict).toBe(
      'intact',
    );
  });

  test('crashes at any step, in any order, between appends: one history, and the same bytes', async () => {
    const action = fc.oneof(
      fc.record({ append: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ crash: fc.constantFrom(...steps), after: fc.boolean() }),
      fc.constant('publish' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 14 }), async (actions) => {
        const it = bench();
        await append(it.store, 1);
        for (const act of actions) {
          if (act === 'publish') await publishLog(it.publisher, logId);
          else if ('append' in act) await append(it.store, act.append);
          else {
            try {
              await publishLog(crashingAt(it, act.crash, act.after), logId);
            } catch (fault) {
              if (!(fault instanceof Crash)) throw fault;
            }
          }
        }
        await sweep(it.publisher);
        const bySize = new Map<string, string>();
        for (const text of it.signed) {
          const { size } = parseCheckpoint(text);
          expect(bySize.get(String(size)) ?? text).toBe(text);
          bySize.set(String(size), text);
        }
        const { head, published } = await readLog(it.store, logId);
        expect(published.frontier.size).toBe(head?.frontier.size);
        expect(verifyExport(Buffer.from(await exported(it)), { key: signer }).verdict).toBe('intact');
        // Every checkpoint that was ever locked is one of the same history.
        for (const [name, receipt] of it.objects) {
          if (!name.includes('/checkpoint-')) continue;
          expect(verifyExport(Buffer.from(await exported(it)), { key: signer, receipt }).verdict).toBe(
            'intact',
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test('many at once agree', async () => {
    const it = bench();
    await append(it.store, 3);
    const all = await Promise.all(Array.from({ length: 4 }, () => publishLog(it.publisher, logId)));
    expect(new Set(all.map(({ note }) => note)).size).toBe(1);
  });

  test('an append during publishing keeps its mark', async () => {
    const it = bench();
    await append(it.store, 2);
    const slow: Publisher = {
      ...it.publisher,
      archive: {
        put: async (name, bytes) => {
          if (name.includes('/checkpoint-')) await append(it.store, 1);
          await it.publisher.archive.put(name, bytes);
        },
      },
    };
    expect((await publishLog(slow, logId)).frontier.size).toBe(2);
    const [mark] = await it.store.get([markKey(logId)]);
    expect(mark?.['size']).toBe(3);
    expect(await sweep(it.publisher)).toEqual({ looked: 1, repaired: 1 });
    expect((await readLog(it.store, logId)).published.frontier.size).toBe(3);
  });
});

describe('what is not as it was appended', () => {
  const change = (
    { store }: Bench,
    at: { pk: string; sk: string },
    how: (item: Item) => Item | undefined,
  ) => {
    for (const [place, item] of store.items) {
      if (item.pk !== at.pk || item.sk !== at.sk) continue;
      const changed = how(item);
      if (changed === undefined) store.items.delete(place);
      else store.items.set(place, changed);
    }
  };

  const refuses = async (it: Bench, code: string) => {
    await expect(publishLog(it.publisher, logId)).rejects.toMatchObject({ name: 'PublishFault', code });
    return it.signed.length;
  };

  test('is never signed: an entry gone, changed, changed with its hash, exchanged', async () => {
    const it = bench();
    await append(it.store, 5);
    const whole = new Map(it.store.items);
    const third = it.store.items.get(
      JSON.stringify(['custody', entryKey(logId, 3).pk, entryKey(logId, 3).sk]),
    ) as Item;
    const cases: [string, (item: Item) => Item | undefined][] = [
      ['entry-missing', () => undefined],
      ['entry-damaged', (item) => ({ ...item, leaf: (item['leaf'] as string).replace('clerk', 'judge') })],
      ['root-differs', (item) => ({ ...third, sk: item.sk })],
    ];
    for (const [code, how] of cases) {
      it.store.items.clear();
      for (const [place, item] of whole) it.store.items.set(place, item);
      change(it, entryKey(logId, 2), how);
      expect(await refuses(it, code)).toBe(0);
    }
  });

  test('a head put back behind its checkpoint, or forked at the same size', async () => {
    const it = bench();
    await append(it.store, 2);
    const old = structuredClone(
      it.store.items.get(JSON.stringify(['custody', headKey(logId).pk, 'head'])) as Item,
    );
    await append(it.store, 1);
    await publishLog(it.publisher, logId);
    change(it, headKey(logId), () => old);
    expect(await refuses(it, 'head-behind-checkpoint')).toBe(1);
    await expect(append(it.store, 1)).rejects.toThrow('stale');
    change(it, headKey(logId), () => ({
      ...old,
      size: 3,
      frontier: [old['frontier'] as string[], old['frontier'] as string[]].flat(),
    }));
    expect(await refuses(it, 'root-differs')).toBe(1);
  });

  test('other bytes under a name that is locked already', async () => {
    const it = bench();
    await append(it.store, 1);
    it.objects.set(`logs/${logId}/entries-0000000000000000-0000000000000001.jsonl`, 'something else');
    expect(await refuses(it, 'archive-differs')).toBe(0);
  });

  test('one such log does not hold up the others', async () => {
    const it = bench();
    await append(it.store, 2);
    await append(it.store, 2, otherLogId);
    change(it, entryKey(logId, 1), () => undefined);
    expect(await sweep(it.publisher)).toEqual({ looked: 2, repaired: 1 });
    expect((await readLog(it.store, otherLogId)).published.frontier.size).toBe(2);
    expect((await readLog(it.store, logId)).published.frontier.size).toBe(0);
  });
});
