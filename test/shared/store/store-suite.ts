import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../functions/shared/values/ids.ts';
import { Refusal } from '../../../functions/shared/refusals.ts';
import {
  Stale,
  type Change,
  type Item,
  type Range,
  type Store,
} from '../../../functions/shared/store/store.ts';

/**
 * What the rules rely on in a store. Runs on the deployed tables and on the model in memory: a model that differs from
 * the database would prove nothing.
 * @param table a table that the store may write
 */
export function storeSuite(name: string, open: () => Store, table: string): void {
  describe(name, () => {
    const fresh = () => newId(randomBytes);
    const put = (pk: string, sk: string, rest: object = {}, more: Partial<Change> = {}): Change =>
      ({ kind: 'put', table, item: { pk, sk, ...rest }, onRefused: 'retry', ...more }) as Change;
    const read = async (pk: string, sk: string): Promise<Item | undefined> =>
      (await open().get([{ table, pk, sk }]))[0];
    const outcome = async (changes: readonly Change[]): Promise<string> => {
      try {
        await open().write(changes);
        return 'written';
      } catch (error) {
        if (error instanceof Refusal) return error.code;
        if (error instanceof Stale) return 'stale';
        throw error;
      }
    };

    it('gives back what was put, in the order of the keys, and nothing for what is not there', async () => {
      const pk = fresh();
      const item = { text: 'ဆ', number: 7, list: [1, { deep: true }], none: undefined };
      await open().write([put(pk, 'a', item), put(pk, 'b', {})]);
      const found = await open().get(['b', 'missing', 'a'].map((sk) => ({ table, pk, sk })));
      expect(found).toEqual([
        { pk, sk: 'b' },
        undefined,
        { pk, sk: 'a', text: 'ဆ', number: 7, list: [1, { deep: true }] },
      ]);
    });

    it('gives back a key that is asked for twice twice, there or not, and nothing for no keys', async () => {
      const pk = fresh();
      await open().write([put(pk, 'a', { number: 1 })]);
      const keys = ['a', 'b', 'a', 'b'].map((sk) => ({ table, pk, sk }));
      const a = { pk, sk: 'a', number: 1 };
      expect(await open().get(keys)).toEqual([a, undefined, a, undefined]);
      expect(await open().get([])).toEqual([]);
    });

    it('gives back more than a hundred at once in the order of the keys', async () => {
      const pk = fresh();
      const sks = Array.from({ length: 250 }, (_, n) => `item#${(n * 37) % 250}`);
      for (let from = 0; from < 250; from += 100)
        await open().write(sks.slice(from, from + 100).map((sk) => put(pk, sk)));
      const asked = sks.toReversed().flatMap((sk, n) => (n % 50 === 0 ? [sk, `${sk} missing`] : [sk]));
      const found = await open().get(asked.map((sk) => ({ table, pk, sk })));
      expect(found.map((item) => item?.sk)).toEqual(
        asked.map((sk) => (sk.endsWith('missing') ? undefined : sk)),
      );
    });

    it('writes all or nothing, and tells a broken rule before a moved version', async () => {
      const pk = fresh();
      await open().write([put(pk, 'there', { version: 1 })]);
      const stale = put(pk, 'there', { version: 3 }, { when: { version: 2 } });
      expect(await outcome([put(pk, 'new'), stale])).toBe('stale');
      const broken = {
        kind: 'check',
        key: { table, pk, sk: 'none' },
        when: 'present',
        onRefused: 'not-found',
      } as const;
      expect(await outcome([put(pk, 'new'), stale, broken])).toBe('not-found');
      expect(await read(pk, 'new')).toBeUndefined();
    });

    it.each<[string, Change['when'], string]>([
      ['absent on an item', 'absent', 'stale'],
      ['present on an item', 'present', 'written'],
      ['the right value', { state: 'fresh' }, 'written'],
      ['another value', { state: 'used' }, 'stale'],
      ['the right value and another', { state: 'fresh', version: 2 }, 'stale'],
      ['both right values', { state: 'fresh', version: 1 }, 'written'],
      ['no value where there is one', { state: undefined }, 'stale'],
      ['no value where there is none', { missing: undefined }, 'written'],
      ['a value of another type', { version: '1' }, 'stale'],
      ['false where there is nothing', { missing: false }, 'stale'],
    ])('holds a condition: %s', async (_, when, expected) => {
      const pk = fresh();
      await open().write([put(pk, 'one', { state: 'fresh', version: 1 })]);
      expect(await outcome([put(pk, 'one', { after: true }, { when } as Partial<Change>)])).toBe(expected);
      expect((await read(pk, 'one'))?.['after'] === true).toBe(expected === 'written');
    });

    it('sets, takes away and counts fields, of an item that may not be there', async () => {
      const pk = fresh();
      const key = { table, pk, sk: 'one' };
      await open().write([put(pk, 'one', { keep: 1, go: 2 })]);
      await open().write([
        { kind: 'update', key, set: { go: undefined, come: 'x' }, add: { count: 2 }, onRefused: 'retry' },
      ]);
      await open().write([{ kind: 'update', key, set: {}, add: { count: 3 }, onRefused: 'retry' }]);
      expect(await read(pk, 'one')).toEqual({ pk, sk: 'one', keep: 1, come: 'x', count: 5 });
      await open().write([
        { kind: 'update', key: { table, pk, sk: 'two' }, set: {}, add: { count: 1 }, onRefused: 'retry' },
      ]);
      expect(await read(pk, 'two')).toEqual({ pk, sk: 'two', count: 1 });
    });

    it('deletes, also what is not there', async () => {
      const pk = fresh();
      await open().write([put(pk, 'one')]);
      const gone: Change = { kind: 'delete', key: { table, pk, sk: 'one' }, onRefused: 'retry' };
      await open().write([gone]);
      await open().write([gone]);
      expect(await read(pk, 'one')).toBeUndefined();
    });

    it('queries one partition in order, by prefix and bounds, forwards and back, with a limit', async () => {
      const pk = fresh();
      await open().write(['b#2', 'a#1', 'b#1', 'c#1', 'b#10'].map((sk) => put(pk, sk)));
      await open().write([put(fresh(), 'b#9')]);
      const keys = async (range?: Parameters<Store['query']>[2]) =>
        (await open().query(table, pk, range)).map(({ sk }) => sk);
      expect(await keys()).toEqual(['a#1', 'b#1', 'b#10', 'b#2', 'c#1']);
      expect(await keys({ prefix: 'b#' })).toEqual(['b#1', 'b#10', 'b#2']);
      expect(await keys({ from: 'b#10', to: 'c#1' })).toEqual(['b#10', 'b#2', 'c#1']);
      expect(await keys({ prefix: 'b#', descending: true, limit: 2 })).toEqual(['b#2', 'b#10']);
    });

    it('queries all of a partition, up to the limit, though it is more than the database answers with at once', async () => {
      const pk = fresh();
      const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
      // Of 390 kB each, so that three of them are over 1 MB.
      for (const sk of names) await open().write([put(pk, sk, { text: 'x'.repeat(390_000) })]);
      const found = async (range: Range) => (await open().query(table, pk, range)).map(({ sk }) => sk);
      expect(await found({})).toEqual(names);
      expect(await found({ from: 'b', limit: 5 })).toEqual(['b', 'c', 'd', 'e', 'f']);
      expect(await found({ descending: true })).toEqual(names.toReversed());
    });

    it('lets one of many writers of one version through', async () => {
      const pk = fresh();
      await open().write([put(pk, 'one', { version: 1 })]);
      const rivals = Array.from({ length: 12 }, (_, rival) =>
        put(pk, 'one', { version: 2, rival }, { when: { version: 1 } }),
      );
      const outcomes = await Promise.all(rivals.map((rival) => outcome([rival])));
      expect(outcomes.filter((each) => each === 'written')).toHaveLength(1);
      expect(outcomes.filter((each) => each === 'stale')).toHaveLength(11);
      expect((await read(pk, 'one'))?.['rival']).toBe(outcomes.indexOf('written'));
    });

    it('refuses two changes of one item in one transaction', async () => {
      const pk = fresh();
      await expect(open().write([put(pk, 'one'), put(pk, 'one')])).rejects.toThrow();
      expect(await read(pk, 'one')).toBeUndefined();
    });
  });
}
