import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { keyName, type Item, type Key } from './store.ts';

/** Keys that DynamoDB takes in one request. */
const mostKeys = 100;
/** A request that is cut off this often is given up; with the pauses between, some seconds have passed by then. */
const mostTries = 8;

type Asked = Record<string, { Keys: Pick<Key, 'pk' | 'sk'>[]; ConsistentRead: true }>;

/**
 * Reads by key, consistently, in as few requests as can be, all of them at once. The answer has the order of the keys,
 * and a key may stand there twice, which DynamoDB itself refuses.
 * @param keys with the real names of the tables
 * @param pause waited before what was left unread is asked for again
 * @throws Error when DynamoDB still leaves something unread after the last try: a gap would look like an item that is
 *   not there
 */
export async function batchGet(
  db: DynamoDBDocumentClient,
  keys: readonly Key[],
  pause: (tries: number) => Promise<void>,
): Promise<readonly (Item | undefined)[]> {
  const names = keys.map(keyName);
  const unlike = [...new Map(keys.map((key, index) => [names[index], key])).values()];
  const found = new Map<string, Item>();
  const chunks = Array.from({ length: Math.ceil(unlike.length / mostKeys) }, (_, chunk) =>
    unlike.slice(chunk * mostKeys, (chunk + 1) * mostKeys),
  );
  await Promise.all(chunks.map((chunk) => readChunk(db, chunk, found, pause)));
  return names.map((name) => found.get(name));
}

async function readChunk(
  db: DynamoDBDocumentClient,
  keys: readonly Key[],
  found: Map<string, Item>,
  pause: (tries: number) => Promise<void>,
): Promise<void> {
  let left = keys;
  for (let tries = 1; ; tries += 1) {
    const answer = await db.send(new BatchGetCommand({ RequestItems: askFor(left) }));
    for (const [table, items] of Object.entries(answer.Responses ?? {}))
      for (const item of items as Item[]) found.set(keyName({ table, pk: item.pk, sk: item.sk }), item);
    left = Object.entries(answer.UnprocessedKeys ?? {}).flatMap(([table, { Keys = [] }]) =>
      Keys.map((key) => ({ ...(key as Pick<Key, 'pk' | 'sk'>), table })),
    );
    if (left.length === 0) return;
    if (tries === mostTries) throw new Error(`DynamoDB left ${left.length} items unread.`);
    await pause(tries);
  }
}

function askFor(keys: readonly Key[]): Asked {
  const asked: Asked = {};
  for (const { table, pk, sk } of keys)
    (asked[table] ??= { Keys: [], ConsistentRead: true }).Keys.push({ pk, sk });
  return asked;
}
