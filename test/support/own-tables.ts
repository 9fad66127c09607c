import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TableNames } from '../../functions/shared/store/dynamo.ts';
import type { Store } from '../../functions/shared/store/store.ts';

/** Empty tables in a database that was started for them and ends with them. */
export interface OwnTables {
  readonly client: DynamoDBClient;
  readonly store: Store;
  /** The real name of a capability's table. */
  readonly tableOf: TableNames;
  readonly stop: () => Promise<void>;
}

/** @returns their names */
export async function createTables(
  client: DynamoDBClient,
  capabilities: readonly string[],
): Promise<TableNames> {
  const mark = randomBytes(4).toString('hex');
  const tableOf = (capability: string) => `saksi-${mark}-${capability}`;
  for (const capability of capabilities)
    await client.send(
      new CreateTableCommand({
        TableName: tableOf(capability),
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
  return tableOf;
}

/** A port of this machine that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
