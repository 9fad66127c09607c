/**
 * What a function takes of the services that are paid for by use. Each client counts what it is answered, and the function
 * logs what one invocation took (`function.done`), so that what a session costs can be read in any stage's own log.
 */

/** Counts of one process of a function, which does one thing at a time. */
export interface Spent {
  /** Capacity units of DynamoDB, as it tells them itself. */
  readonly readUnits: number;
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

/** What was spent since then. Units are rounded to halves, which is what DynamoDB counts in. */
export const spentSince = (before: Spent): Spent => ({
  readUnits: total.readUnits - before.readUnits,
  writeUnits: total.writeUnits - before.writeUnits,
  transactions: total.transactions - before.transactions,
  s3: total.s3 - before.s3,
  kms: total.kms - before.kms,
  otherCalls: total.otherCalls - before.otherCalls,
});

interface Told {
  readonly ConsumedCapacity?: OneTable | readonly OneTable[];
}
interface OneTable {
  readonly CapacityUnits?: number;
}

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
  const asks: Parameters<Stack['add']>[0] = (next, { clientName }) =>
    clientName === 'DynamoDBClient'
      ? ({ input, ...args }) => next({ ...args, input: { ...input, ReturnConsumedCapacity: 'TOTAL' } })
      : next;
  const counts: Parameters<Stack['add']>[0] = (next, about) => async (args) => {
    const result = await next(args);
    count(about, result.output as Told);
    return result;
  };
  stack.add(asks, { step: 'initialize', name: 'askForUnits' });
  // Outside of what reads the answer, and inside of what tries again: each answer counts, and a mere signature does not.
  stack.add(counts, { step: 'deserialize', name: 'countUnits', priority: 'high' });
  return client;
}

function count({ clientName = '', commandName = '' }: About, { ConsumedCapacity = [] }: Told): void {
  if (clientName === 'S3Client') total.s3 += 1;
  else if (clientName === 'KMSClient') total.kms += 1;
  else if (clientName !== 'DynamoDBClient') total.otherCalls += 1;
  const writes = commandName.startsWith('TransactWrite');
  if (writes) total.transactions += 1;
  const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
  if (writes) total.writeUnits += units;
  else total.readUnits += units;
}
