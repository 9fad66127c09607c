import { expect, test } from 'vitest';
import * as z from 'zod';
import {
  putNext,
  readSeries,
  stepFields,
  type Series,
} from '../../../functions/shared/store/numbered-series.ts';
import { Stale } from '../../../functions/shared/store/store.ts';
import { memoryStore } from '../../support/memory-store.ts';

const item = z.object({ ...stepFields, said: z.string() });
const series: Series<z.output<typeof item>> = { table: 'witnesses', name: 'consent', item };
const partition = 'session#s';
const step = (said: string) => ({ said, recordedAt: '2027-03-02T03:00:00.000Z', recordedBy: 'p' });

test('what was said is read in the order in which it was said, however much it is', async () => {
  const store = memoryStore();
  expect(await readSeries(store, series, partition)).toEqual([]);
  // More than one round of reading.
  const said = Array.from({ length: 250 }, (_, at) => `answer ${at}`);
  for (const each of said) {
    const before = await readSeries(store, series, partition);
    await store.write([putNext(series, partition, before, step(each))]);
  }
  const read = await readSeries(store, series, partition);
  expect(read.map((each) => each.said)).toEqual(said);
  expect(read.map(({ number }) => number)).toEqual(said.map((_, at) => at + 1));
});

test('of two who say something at once the second reads again, and nothing is overwritten', async () => {
  const store = memoryStore();
  const before = await readSeries(store, series, partition);
  await store.write([putNext(series, partition, before, step('first'))]);
  await expect(store.write([putNext(series, partition, before, step('second'))])).rejects.toThrow(Stale);
  const after = await readSeries(store, series, partition);
  await store.write([putNext(series, partition, after, step('second'))]);
  expect(await readSeries(store, series, partition)).toMatchObject([{ said: 'first' }, { said: 'second' }]);
});

test('a series is kept apart from others of its partition, under the keys of before', async () => {
  const store = memoryStore();
  await store.write([putNext(series, partition, [], step('yes'))]);
  await store.write([putNext({ ...series, name: 'consents' }, partition, [], step('no'))]);
  expect(await readSeries(store, series, partition)).toMatchObject([{ said: 'yes' }]);
  const [stored] = await store.get([{ table: 'witnesses', pk: partition, sk: 'consent#000001' }]);
  expect(stored).toMatchObject({ number: 1, said: 'yes' });
});
