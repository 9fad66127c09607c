import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markKey } from '../../functions/custody/port/append.ts';
import { parseCheckpoint } from '../../functions/custody/checkpoint.ts';
import { openNote } from '../../functions/custody/note.ts';
import { publishLog, type Publisher, sweep } from '../../functions/custody/publish.ts';
import { readLog } from '../../functions/custody/store.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { logId, signer } from './sample-log.ts';
import { bench, append, exported, type Bench } from './log-to-publish.ts';

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
    // On a machine that does much else.
  }, 60_000);

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
