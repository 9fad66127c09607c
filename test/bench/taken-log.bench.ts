/**
 * `npm run bench -- taken-log`: a log of 100,000 entries on the deployed stack, beside one of 1,000: read page by page and taken
 * away through the bucket, with what it says of its progress. Written behind the API and published by the functions as it grows.
 * The emulator looks at all of a partition to find some of it, so that here a page takes longer in a longer log; DynamoDB reads
 * the page alone. Runs on a fresh stack of its own, on the ports of `npm test`; SAKSI_TAKEN_LOG is put in place of the 100,000.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseVerifierKey } from '../../functions/custody/note.ts';
import { readLog } from '../../functions/custody/store.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { testInstance } from '../../infra/local/instance.ts';
import { conclude } from '../../infra/local/main.ts';
import { Progress } from '../../infra/local/progress.ts';
import { Shutdown } from '../../infra/local/shutdown.ts';
import { bringUp } from '../../infra/local/stack.ts';
import { growOnStack } from '../custody/grown-on-stack.ts';
import { send } from '../support/http.ts';
import { bookInterview, expectDone } from '../support/interview.ts';
import { storeOf } from '../support/office.ts';
import { takenLog } from '../support/taken-log.ts';
import { median } from './median.ts';

const LONG = Number(process.env['SAKSI_TAKEN_LOG'] ?? 20_000);
/** Entries between two signatures: more than a session makes in its busiest minutes. */
const STEP = 5_000;
const PAGES = 9;

const progress = new Progress();
const shutdown = new Shutdown();

await conclude(shutdown, async () => {
  const { stack } = await bringUp({ instance: testInstance(), progress, shutdown }, { fresh: true });
  for (const count of [1_000, LONG]) {
    const { sessionId, token } = await progress.step(`A log of ${count}`, (say) =>
      longLog(stack, count, say),
    );
    await progress.step('It is read', async (say) => say(await read(stack, sessionId, token)));
    await progress.step('It is taken away', async (say) => say(await taken(stack, sessionId, token)));
  }
});

async function longLog(stack: DeployedStack, count: number, say: (text: string) => void) {
  const { sessionId, tokens } = await bookInterview(stack);
  for (let size = 0; size < count;) {
    size = await growOnStack(stack, sessionId, Math.min(STEP, count - size));
    await published(stack, sessionId, size);
    say(`${size}`);
  }
  return { sessionId, token: tokens.clerk };
}

async function published(stack: DeployedStack, logId: string, size: number): Promise<void> {
  const store = storeOf(stack);
  while ((await readLog(store, logId)).published.frontier.size < size) await wait(500);
}

async function read(stack: DeployedStack, sessionId: string, token: string): Promise<string> {
  const took: number[] = [];
  const page = async (from: number) => {
    const started = performance.now();
    const path = `/api/custody/logs/${sessionId}/entries?from=${from}`;
    const { body } = expectDone(await send(stack.apiUrl, 'GET', path, { token }));
    took.push(performance.now() - started);
    return body as { size: number; entries: { entry: { index: number } }[] };
  };
  const { size } = await page(0);
  for (let n = 0; n < PAGES; n += 1) {
    const from = Math.floor((n / (PAGES - 1)) * (size - 100));
    const { entries } = await page(from);
    if (entries.length !== 100 || entries[0]?.entry.index !== from) throw new Error('That is another page.');
  }
  return `a page in ${median(took).toFixed(0)} ms in the middle, ${Math.max(...took).toFixed(0)} at most`;
}

async function taken(stack: DeployedStack, sessionId: string, token: string): Promise<string> {
  const started = performance.now();
  const { file, done } = await takenLog(stack.apiUrl, `logs/${sessionId}`, token);
  const seconds = (performance.now() - started) / 1000;
  const { key } = (await send(stack.apiUrl, 'GET', '/api/custody/key')).body as { key: string };
  const report = verifyExport(file, { key: parseVerifierKey(key), expectSize: done.at(-1) ?? 0 });
  if (report.verdict !== 'intact') throw new Error(`The file is ${report.verdict}.`);
  const megabytes = (file.length / 1024 / 1024).toFixed(1);
  return `${megabytes} MB in ${seconds.toFixed(1)} s, told after each of ${done.length} parts: ${done.join(', ')} entries; intact`;
}
