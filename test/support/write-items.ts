import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../functions/shared/store/store.ts';

/** Items that one request may bring, and requests that are under way at once. */
const [AT_ONCE, REQUESTS] = [25, 4];

/** Writes items as they are, behind whatever watches over them: many, and not all or nothing. */
export async function writeItems(
  client: DynamoDBClient,
  table: string,
  items: readonly Item[],
): Promise<void> {
  const db = DynamoDBDocumentClient.from(client);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const puts = items.slice(next, (next += AT_ONCE)).map((Item) => ({ PutRequest: { Item } }));
      await db.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: REQUESTS }, worker));
}
