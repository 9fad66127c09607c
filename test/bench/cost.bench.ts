/**
 * `npm run bench -- cost`: what one interview costs on the deployed stack, with ten others there before it and with a
 * thousand: capacity units, transactions, milliseconds of the functions, requests to S3 and KMS. The functions count
 * themselves and log it (`function.done`, functions/shared/spent.ts); the emulator tells units as DynamoDB does. Runs on a
 * fresh stack of its own, on the ports of `npm test`; SAKSI_COST_MANY is put in place of the thousand.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { BatchWriteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../functions/shared/store/store.ts';
import { testInstance } from '../../infra/local/instance.ts';
import { tableName, type DeployedStack } from '../../infra/local/deployed-stack.ts';
import { conclude } from '../../infra/local/main.ts';
import { Progress } from '../../infra/local/progress.ts';
import { Shutdown } from '../../infra/local/shutdown.ts';
import { bringUp } from '../../infra/local/stack.ts';
import { tablesOf } from '../support/office.ts';
import { copyOf, type TableItem } from './cost/copies.ts';
import { holdInterview } from './cost/interview.ts';
import { kinds, meanOf, spendingIn, type Spending, type SweepsByFunction } from './cost/spending.ts';

/** Interviews over which the cost of one is taken. */
const measured = 3;
const [few, many] = [10, Number(process.env['SAKSI_COST_MANY'] ?? 1_000)];

const progress = new Progress();
const shutdown = new Shutdown();

await conclude(shutdown, async () => {
  const instance = testInstance();
  const { stack } = await bringUp({ instance, progress, shutdown }, { fresh: true });
  const log = await spendingIn(stack);

  const one = await progress.step('The first interview', async () => {
    // Also so that every function is loaded before anything is measured.
    await holdInterview(stack);
    await log.untilQuiet();
    return readTables(stack);
  });
  let there = 1;
  const fillUpTo = (count: number) =>
    progress.step(`${count} interviews are there`, async (say) => {
      for (; there < count; there += 1) {
        await writeAll(stack, copyOf(one));
        if (there % 50 === 0) say(`${there}`);
      }
      await log.untilQuiet(8);
    });
  const measure = (name: string) =>
    progress.step(name, async () => {
      const minute = wait(65_000);
      for (let n = 0; n < measured; n += 1) await holdInterview(stack);
      there += measured;
      // Each sweep comes once a minute at least, and is measured too.
      await minute;
      const { spent, sweeps } = await log.untilQuiet();
      return { spent: meanOf(spent, measured), sweeps };
    });

  await fillUpTo(few);
  const before = await measure(`Interviews after ${few}`);
  await fillUpTo(many);
  const after = await measure(`Interviews after ${many}`);
  const row = (name: string, ...cells: string[]) =>
    progress.say(`${name.padEnd(44)}${cells.map((cell) => cell.padStart(12)).join('')}`);
  row('one interview', `after ${few}`, `after ${many}`, 'ratio');
  tell(row, '', before.spent, after.spent);
  for (const [name, sweep] of pairsOf(before.sweeps, after.sweeps)) tell(row, `sweep of ${name}: `, ...sweep);
});

type Row = (name: string, ...cells: string[]) => void;

function tell(row: Row, name: string, before: Spending, after: Spending): void {
  for (const kind of kinds) {
    if (before[kind] === 0 && after[kind] === 0) continue;
    const shown = [before[kind], after[kind]].map((value) => value.toFixed(1));
    row(`${name}${kind}`, ...shown, (after[kind] / before[kind]).toFixed(2));
  }
}

/** What both measured, by the name of the function without what the stack added to it. */
function pairsOf(
  before: SweepsByFunction,
  after: SweepsByFunction,
): readonly (readonly [string, readonly [Spending, Spending]])[] {
  return [...before].flatMap(([service, one]) => {
    const other = after.get(service);
    const name = /-([a-z]+)Function/.exec(service)?.[1] ?? service;
    return other === undefined ? [] : [[name, [one, other]] as const];
  });
}

function tablesIn(stack: DeployedStack): string[] {
  return Object.keys(stack.outputs).flatMap((key) => /^Table([A-Z]\w+)$/.exec(key)?.[1]?.toLowerCase() ?? []);
}

async function readTables(stack: DeployedStack): Promise<TableItem[]> {
  const client = DynamoDBDocumentClient.from(tablesOf(stack).client);
  const found: TableItem[] = [];
  for (const table of tablesIn(stack))
    for await (const page of paginateScan({ client }, { TableName: tableName(stack, table) }))
      for (const item of (page.Items ?? []) as Item[]) found.push({ table, item });
  return found;
}

async function writeAll(stack: DeployedStack, items: readonly TableItem[]): Promise<void> {
  const client = DynamoDBDocumentClient.from(tablesOf(stack).client);
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, n) =>
    items.slice(n * 25, n * 25 + 25),
  );
  await Promise.all(
    batches.map((batch) => {
      const byTable = Map.groupBy(batch, ({ table }) => tableName(stack, table));
      const puts = [...byTable].map(([name, each]) => [
        name,
        each.map(({ item }) => ({ PutRequest: { Item: item } })),
      ]);
      return client.send(new BatchWriteCommand({ RequestItems: Object.fromEntries(puts) }));
    }),
  );
}
