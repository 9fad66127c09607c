/**
 * What a function takes of the services that are paid for by use. Each client counts what it is answered, and the function
 * logs what one invocation took (`function.done`), so that what a session costs can be read in any stage's own log.
 */

import { unitsOfKeys, unitsOfRange } from './read-units.ts';

/** Counts of one process of a function, which does one thing at a time. */
export interface Spent {
  /** Capacity units of DynamoDB; see `read-units.ts`. */
  readonly readUnits: number;
  /** As DynamoDB tells them itself; those of a transaction count twice. */
  readonly writeUnits: number;
  /** Transactions that were written. */
  readonly transactions: number;
  /** Requests to S3, to KMS, and to all others but DynamoDB. */
  readonly s3: number;
  readonly kms: number;
  readonly otherCalls: number;
}

const total = { readUnits: 0, writeUnits: 0, transactions: 0, s3: 0, kms: 0, otherCalls: 0 };

/** Counts since this process began. */
export const spentSoFar = (): Spent => ({ ...total });

/** What was spent since then. */
export const spentSince = (before: Spent): Spent => ({
  readUnits: total.readUnits - before.readUnits,
  writeUnits: total.writeUnits - before.writeUnits,
  transactions: total.transactions - before.transactions,
  s3: total.s3 - before.s3,
  kms: total.kms - before.kms,
  otherCalls: total.otherCalls - before.otherCalls,
});

type PlainItem = Parameters<typeof unitsOfRange>[0][number];

interface OneTable {
  readonly CapacityUnits?: number;
}
/** Of an answer of DynamoDB, whichever it is. */
interface Told {
  readonly ConsumedCapacity?: OneTable | readonly OneTable[];
  readonly Items?: readonly PlainItem[];
  readonly Responses?: Readonly<Record<string, readonly PlainItem[]>>;
  readonly UnprocessedKeys?: Asked;
}
type Asked = Readonly<Record<string, { readonly Keys?: readonly unknown[] }>>;

type Step = (args: { input: object }) => Promise<{ output: unknown }>;
interface About {
  readonly clientName?: string;
  readonly commandName?: string;
}
/** Of the stack that each client of AWS has, as much as is used here; their own types differ by client. */
interface Stack {
  add(
    around: (next: Step, about: About) => Step,
    when: { readonly step: string; readonly name: string; readonly priority?: 'high' },
  ): void;
}

/** The same client, which counts from now on. */
export function counted<Client extends { readonly middlewareStack: object }>(client: Client): Client {
  const stack = client.middlewareStack as Stack;
  const asks: Parameters<Stack['add']>[0] = (next, { clientName, commandName }) =>
    clientName === 'DynamoDBClient' && isWrite(commandName)
      ? ({ input, ...args }) => next({ ...args, input: { ...input, ReturnConsumedCapacity: 'TOTAL' } })
      : next;
  const counts: Parameters<Stack['add']>[0] = (next, about) => async (args) => {
    const result = await next(args);
    count(about, args.input, result.output as Told);
    return result;
  };
  stack.add(asks, { step: 'initialize', name: 'askForUnits' });
  // Outside of what reads the answer, and inside of what tries again: each answer counts, and a mere signature does not.
  stack.add(counts, { step: 'deserialize', name: 'countUnits', priority: 'high' });
  return client;
}

const isWrite = (commandName: string | undefined): boolean =>
  commandName?.startsWith('TransactWrite') === true;

function count({ clientName = '', commandName }: About, input: object, told: Told): void {
  if (clientName === 'S3Client') total.s3 += 1;
  else if (clientName === 'KMSClient') total.kms += 1;
  else if (clientName !== 'DynamoDBClient') total.otherCalls += 1;
  else if (isWrite(commandName)) {
    total.transactions += 1;
    total.writeUnits += [told.ConsumedCapacity ?? []]
      .flat()
      .reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
  } else if (told.Responses !== undefined) {
    const { RequestItems = {} } = input as { readonly RequestItems?: Asked };
    const keys = keysIn(RequestItems) - keysIn(told.UnprocessedKeys ?? {});
    total.readUnits += unitsOfKeys(keys, Object.values(told.Responses).flat());
  } else total.readUnits += unitsOfRange(told.Items ?? []);
}

const keysIn = (asked: Asked): number =>
  Object.values(asked).reduce((sum, { Keys = [] }) => sum + Keys.length, 0);
