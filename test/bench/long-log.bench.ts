/**
 * `npm run bench -- long-log`: a log of 100,000 entries beside one of 1,000, behind the routes that read it: what a page costs,
 * what each part of its file costs and how much memory it takes. Over Amazon's DynamoDB Local, or over the store in memory where
 * Java or Maven is missing.
 */
import { headKey, parseHead, type Head } from '../../functions/custody/port/append.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { keyName, type Item } from '../../functions/shared/store/store.ts';
import { grown } from '../custody/long-log.ts';
import { bench, clerk } from '../custody/opened-log.ts';
import { logId, signer } from '../custody/sample-log.ts';
import { startDynamoDbLocal, whatIsMissing } from '../support/dynamodb-local.ts';
import { memoryStore } from '../support/memory-store.ts';
import { writeItems } from '../support/write-items.ts';

const missing = whatIsMissing();

/** Empty tables, and how items come into them behind the routes. */
async function tables() {
  if (missing !== undefined) {
    const store = memoryStore();
    const fill = async (items: readonly Item[]) => {
      for (const { pk, sk, ...rest } of items)
        store.items.set(keyName({ table: 'custody', pk, sk }), { pk, sk, ...rest });
    };
    return { store, fill, stop: async () => undefined };
  }
  const { client, store, tableOf, stop } = await startDynamoDbLocal(['custody', 'cases', 'sessions']);
  const fill = (items: readonly Item[]) => writeItems(client, tableOf('custody'), items);
  return { store, fill, stop };
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const collect = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss;
};

async function measured(count: number) {
  const { store, fill, stop } = await tables();
  const it = await bench(1, store);
  const [item] = await store.get([headKey(logId)]);
  const { entries, counted, head } = grown(parseHead(item) as Head, count - 1);
  await fill(entries);
  await store.write(counted);
  const { size } = head.frontier;

  const pages: number[] = [];
  const page = async (from: number) => {
    const started = performance.now();
    const answer = await it.ask(`logs/${logId}/entries?from=${from}`, clerk);
    const { length } = await answer.text();
    if (answer.status !== 200 || length < 1_000) throw new Error('That was no page.');
    return performance.now() - started;
  };
  await page(0);
  for (let n = 0; n < 30; n += 1) pages.push(await page(Math.floor((n / 30) * (size - 100))));

  const before = collect();
  const startedAt = performance.now();
  const { exportId } = await it.begin();
  const began = performance.now() - startedAt;
  const parts: number[] = [];
  let most = before;
  for (let whole = false; !whole;) {
    const started = performance.now();
    const told = await it.progress(await it.carryOn(exportId));
    parts.push(performance.now() - started);
    most = Math.max(most, process.memoryUsage().rss);
    whole = told.download !== undefined;
  }
  const file = it.files.whole.get(exportId) as Buffer;
  const started = performance.now();
  const { verdict } = verifyExport(file, { key: signer, expectSize: size });
  const verified = performance.now() - started;
  await stop();
  if (verdict !== 'intact') throw new Error('The file must be intact.');
  return {
    size,
    pages: pages.toSorted((a, b) => a - b),
    began,
    parts,
    file,
    verified,
    memory: most - before,
  };
}

process.stdout.write(
  missing === undefined ? 'Over Amazon’s DynamoDB Local.\n' : `${missing}: over the store in memory.\n`,
);
const rows = [await measured(1_000), await measured(100_000)];
for (const { size, pages, began, parts, file, verified, memory } of rows) {
  const most = Math.max(...parts);
  process.stdout.write(
    `${size} entries: a page ${(pages[15] as number).toFixed(1)} ms in the middle; published and begun in ` +
      `${began.toFixed(0)} ms; ${parts.length} parts of at most ${most.toFixed(0)} ms, ${megabytes(file.length)} in all ` +
      `(resident memory grew by ${megabytes(memory)}, the file itself among it); verified in ${verified.toFixed(0)} ms\n`,
  );
}
const [short, long] = rows;
process.stdout.write(
  `a page at 100,000 against 1,000 entries: ${((long?.pages[15] ?? NaN) / (short?.pages[15] ?? NaN)).toFixed(2)}\n`,
);
