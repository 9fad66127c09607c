import { TransactionCanceledException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { Refusal } from '../refusals.ts';
import { batchGet } from './batch-get.ts';
import { jitteredPause } from './commit.ts';
import { Stale, type Change, type Item, type Key, type Range, type Store, type When } from './store.ts';

/** Maps the name of a capability to the real name of its table. Throws where the function has no right to it. */
export type TableNames = (capability: string) => string;

type Cursor = QueryCommandInput['ExclusiveStartKey'];
type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * The store on DynamoDB. A cancelled transaction is told apart by its reasons, one for each change.
 * @param pause between two askings for what DynamoDB left unread; of full length where no chance is given
 */
export function dynamoStore(
  client: DynamoDBClient,
  tableOf: TableNames,
  pause = jitteredPause(() => 1),
): Store {
  const db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

  return {
    get: (keys) =>
      batchGet(
        db,
        keys.map(({ table, pk, sk }) => ({ table: tableOf(table), pk, sk })),
        pause,
      ),

    async query(table, pk, range = {}) {
      const { Limit, ...asked } = queryOf(tableOf(table), pk, range);
      const items: Item[] = [];
      // An answer is cut at 1 MB, however few items that is: what is left comes with the next.
      for (let next: Cursor = undefined; ;) {
        const left = Limit - items.length;
        const answer: QueryCommandOutput = await db.send(
          new QueryCommand({ ...asked, Limit: left, ExclusiveStartKey: next }),
        );
        items.push(...((answer.Items ?? []) as unknown as Item[]));
        next = answer.LastEvaluatedKey;
        if (next === undefined || items.length >= Limit) return items;
      }
    },

    async write(changes) {
      try {
        await db.send(
          new TransactWriteCommand({ TransactItems: changes.map((change) => toItem(change, tableOf)) }),
        );
      } catch (error) {
        throw explain(error, changes);
      }
    },
  };
}

function queryOf(TableName: string, pk: string, range: Range) {
  const bounds =
    range.prefix !== undefined
      ? { text: ' AND begins_with(#sk, :prefix)', values: { ':prefix': range.prefix } }
      : range.from !== undefined || range.to !== undefined
        ? {
            text: ' AND #sk BETWEEN :from AND :to',
            values: { ':from': range.from ?? '\u0000', ':to': range.to ?? '\uffff' },
          }
        : { text: '', values: {} };
  return {
    TableName,
    KeyConditionExpression: `#pk = :pk${bounds.text}`,
    ExpressionAttributeNames: { '#pk': 'pk', ...(bounds.text === '' ? {} : { '#sk': 'sk' }) },
    ExpressionAttributeValues: { ':pk': pk, ...bounds.values },
    ConsistentRead: true,
    ScanIndexForward: range.descending !== true,
    Limit: range.limit ?? 200,
  };
}

function toItem(change: Change, tableOf: TableNames): TransactItem {
  const guard = conditionOf(change.when);
  switch (change.kind) {
    case 'put':
      return { Put: { TableName: tableOf(change.table), Item: change.item, ...compact(guard) } };
    case 'check':
      return {
        ConditionCheck: {
          ...keyOf(change.key, tableOf),
          ...compact(guard),
          ConditionExpression: guard.expression,
        },
      };
    case 'delete':
      return { Delete: { ...keyOf(change.key, tableOf), ...compact(guard) } };
    case 'update':
      return { Update: { ...keyOf(change.key, tableOf), ...updateOf(change.set, change.add ?? {}, guard) } };
  }
}

const keyOf = ({ table, pk, sk }: Key, tableOf: TableNames) => ({
  TableName: tableOf(table),
  Key: { pk, sk },
});

interface Expression {
  readonly expression: string;
  readonly names: Record<string, string>;
  readonly values: Record<string, unknown>;
}

function conditionOf(when: When | undefined): Expression {
  if (when === undefined) return { expression: '', names: {}, values: {} };
  if (when === 'absent' || when === 'present') {
    const test = when === 'absent' ? 'attribute_not_exists' : 'attribute_exists';
    return { expression: `${test}(#pk)`, names: { '#pk': 'pk' }, values: {} };
  }
  const parts: string[] = [];
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const [index, [name, value]] of Object.entries(when).entries()) {
    names[`#w${index}`] = name;
    if (value === undefined) parts.push(`attribute_not_exists(#w${index})`);
    else {
      parts.push(`#w${index} = :w${index}`);
      values[`:w${index}`] = value;
    }
  }
  return { expression: parts.join(' AND '), names, values };
}

function compact({ expression, names, values }: Expression) {
  return {
    ...(expression === '' ? {} : { ConditionExpression: expression }),
    ...(Object.keys(names).length === 0 ? {} : { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
  };
}

function updateOf(
  set: Readonly<Record<string, unknown>>,
  add: Readonly<Record<string, number>>,
  guard: Expression,
) {
  const names: Record<string, string> = { ...guard.names };
  const values: Record<string, unknown> = { ...guard.values };
  const sets: string[] = [];
  const removes: string[] = [];
  for (const [index, [name, value]] of Object.entries(set).entries()) {
    names[`#s${index}`] = name;
    if (value === undefined) removes.push(`#s${index}`);
    else {
      sets.push(`#s${index} = :s${index}`);
      values[`:s${index}`] = value;
    }
  }
  const adds = Object.entries(add).map(([name, amount], index) => {
    names[`#a${index}`] = name;
    values[`:a${index}`] = amount;
    return `#a${index} :a${index}`;
  });
  const text = [
    sets.length > 0 ? `SET ${sets.join(', ')}` : '',
    removes.length > 0 ? `REMOVE ${removes.join(', ')}` : '',
    adds.length > 0 ? `ADD ${adds.join(', ')}` : '',
  ];
  return {
    UpdateExpression: text.filter((part) => part !== '').join(' '),
    ...compact({ expression: guard.expression, names, values }),
  };
}

/** DynamoDB names a reason for each change. A broken rule is told before a moved version: it is the better news. */
function explain(error: unknown, changes: readonly Change[]): unknown {
  if (!(error instanceof TransactionCanceledException)) return error;
  const reasons = error.CancellationReasons ?? [];
  const broken = changes.filter((_, index) => reasons[index]?.Code === 'ConditionalCheckFailed');
  for (const { onRefused } of broken) if (onRefused !== 'retry') return new Refusal(onRefused);
  const transient = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];
  if (broken.length > 0 || reasons.some((reason) => transient.includes(reason.Code ?? '')))
    return new Stale(error);
  return error;
}
