/**
 * `npm run bench -- long-log`: a log of 100,000 entries beside one of 1,000, behind the routes that read it, over the store in
 * memory: what a page costs, what each part of its file costs and how much memory it takes. What the database adds, it adds by
 * the page and by the part.
 */
import { headKey, parseHead, type Head } from '../../functions/custody/port/append.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { keyName } from '../../functions/shared/store/store.ts';
import { grown } from '../custody/long-log.ts';
import { bench, clerk } from '../custody/opened-log.ts';
import { logId, signer } from '../custody/sample-log.ts';
import { memoryStore } from '../support/memory-store.ts';

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const collect = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss;
};

async function measured(count: number) {
  const store = memoryStore();
  const it = await bench(1, store);
  const [item] = await store.get([headKey(logId)]);
  const { entries, counted, head } = grown(parseHead(item) as Head, count - 1);
  for (const { pk, sk, ...rest } of entries)
    store.items.set(keyName({ table: 'custody', pk, sk }), { pk, sk, ...rest });
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
