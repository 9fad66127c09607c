import { describe, expect, test } from 'vitest';
import { entryKey, headKey } from '../../functions/custody/port/append.ts';
import { publishLog, sweep } from '../../functions/custody/publish.ts';
import { readLog } from '../../functions/custody/store.ts';
import type { Item } from '../../functions/shared/store/store.ts';
import { logId, otherLogId } from './sample-log.ts';
import { bench, append, type Bench } from './log-to-publish.ts';

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
