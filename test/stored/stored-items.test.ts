import { describe, expect, test } from 'vitest';
import { storedItems } from './copy.ts';
import { itemKinds, type ItemKind } from './item-kinds.ts';

const isOf = ({ pk, sk }: ItemKind, item: { readonly pk: string; readonly sk: string }) =>
  pk.test(item.pk) && sk.test(item.sk);

test('the copy has all tables', () => {
  expect(Object.keys(storedItems).toSorted()).toEqual(Object.keys(itemKinds).toSorted());
});

describe.each(Object.entries(itemKinds))('%s', (table, kinds) => {
  const items = storedItems[table] ?? [];

  test('every item of the copy is of one kind', () => {
    const unlike = items.filter((item) => kinds.filter((kind) => isOf(kind, item)).length !== 1);
    expect(unlike.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);
  });

  test.each(kinds.map((kind) => [`${kind.pk.source} ${kind.sk.source}`, kind] as const))('%s', (_, kind) => {
    const those = items.filter((item) => isOf(kind, item));
    expect(those).toHaveLength(kind.count);
    for (const item of those) expect(() => kind.parse?.(item)).not.toThrow();
  });
});
