import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Head, headKey, parseHead } from '../../functions/custody/port/append.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { tableName, type DeployedStack } from '../../infra/local/deployed-stack.ts';
import { storeOf } from '../support/office.ts';
import { writeItems } from '../support/write-items.ts';
import { grown } from './long-log.ts';

/**
 * Makes a log of the deployed stack longer by so many entries, behind the API; whatever publishes it does so by itself.
 * @param more details of each entry, to make it larger
 * @returns how many entries it has now
 */
export async function growOnStack(
  stack: DeployedStack,
  logId: string,
  count: number,
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  const store = storeOf(stack);
  const { entries, head, counted } = grown(await quietHead(store, logId), count, more);
  const { credentials, region, emulatorUrl: endpoint } = stack;
  const client = new DynamoDBClient({ credentials, region, endpoint });
  await writeItems(client, tableName(stack, 'custody'), entries);
  await store.write(counted);
  return head.frontier.size;
}

/** That people were told of a booking is entered by itself; what is written behind the API must not cross it. */
async function quietHead(store: Store, logId: string): Promise<Head> {
  for (let before = 0; ;) {
    const [item] = await store.get([headKey(logId)]);
    const head = parseHead(item) as Head;
    if (head.frontier.size === before) return head;
    before = head.frontier.size;
    await wait(4_000);
  }
}
