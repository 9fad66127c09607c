/**
 * `npm run bench -- cost`: what one interview costs on the deployed stack, with ten others there before it and with a
 * thousand: capacity units, transactions, milliseconds of the functions, requests to S3 and KMS. The functions count
 * themselves and log it (`function.done`, functions/shared/spent.ts); the emulator tells units as DynamoDB does. The others are
 * copies with people, a case and a session of their own, whose work is done (cost/copies.ts). Milliseconds tell of the emulator
 * too; other calls are mails, and the keys that each process of a function reads once. In the end it is said which functions
 * and routes differ most. Runs on a fresh stack of its own, on the ports of `npm test`; SAKSI_COST_MANY is put in place of the
 * thousand.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../functions/shared/store/store.ts';
import { testInstance } from '../../infra/local/instance.ts';
import { tableName, type DeployedStack } from '../../infra/local/deployed-stack.ts';
import { conclude } from '../../infra/local/main.ts';
import { Progress } from '../../infra/local/progress.ts';
import { Shutdown } from '../../infra/local/shutdown.ts';
import { bringUp } from '../../infra/local/stack.ts';
import { tablesOf } from '../support/office.ts';
import { writeItems } from '../support/write-items.ts';
import { copyOf, type TableItem } from './cost/copies.ts';
import { holdInterview } from './cost/interview.ts';
import { meanOf, meanOfEach, spendingIn } from './cost/spending.ts';
import { tellTotals, tellWhere } from './cost/telling.ts';

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
      // So that every function is loaded, and has read its keys, before anything is measured.
      await holdInterview(stack);
      await log.untilQuiet();
      // Every sweep comes twice, and mostly the second finds nothing any more.
      const minutes = wait(125_000);
      for (let n = 0; n < measured; n += 1) await holdInterview(stack);
      there += measured + 1;
      await minutes;
      const { spent, byWaker, byWork, sweeps } = await log.untilQuiet();
      return {
        spent: meanOf(spent, measured),
        byWaker: meanOfEach(byWaker, measured),
        byWork: meanOfEach(byWork, measured),
        sweeps,
      };
    });

  await fillUpTo(few);
  const before = await measure(`Interviews after ${few}`);
  await fillUpTo(many);
  const after = await measure(`Interviews after ${many}`);
  const say = (line: string): void => progress.say(line);
  tellTotals(say, ['one interview', `after ${few}`, `after ${many}`, 'ratio'], before, after);
  tellWhere(say, before.byWork, after.byWork);
});

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
  const { client } = tablesOf(stack);
  const byTable = Map.groupBy(items, ({ table }) => tableName(stack, table));
  const written = [...byTable].map(([name, each]) =>
    writeItems(
      client,
      name,
      each.map(({ item }) => item),
    ),
  );
  await Promise.all(written);
}
