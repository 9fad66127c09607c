/**
 * What booking costs beside the database (`npm run bench -- booking`): the whole route, with its rules, its log entry and
 * its record of the request, against the very same reads and the very same transaction issued bare with Amazon's client,
 * both in turn, in one run: on Amazon's DynamoDB Local, or on the emulator where Java or Maven is missing.
 */
import { randomBytes } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Change, Key, Store } from '../../functions/shared/store/store.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { startDynamoDbLocal, whatIsMissing } from '../support/dynamodb-local.ts';
import { startEmulatorTables } from '../support/emulator-tables.ts';
import { prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { bookWith } from '../support/session-verbs.ts';

const ROUNDS = 300;
const WARM_UP = 100;
const GOAL = 1.2;

/** What a booking asked of the store. */
interface Asked {
  /** The keys of each request. */
  readonly gets: readonly (readonly Key[])[];
  readonly changes: readonly Change[];
}

/** The store, which remembers what it was last asked. */
function remembering(inner: Store): { readonly store: Store; readonly last: () => Asked } {
  let [gets, changes]: [Asked['gets'], Asked['changes']] = [[], []];
  return {
    store: {
      ...inner,
      get: (wanted) => {
        gets = [...gets, wanted];
        return inner.get(wanted);
      },
      write: (wanted) => {
        changes = wanted;
        return inner.write(wanted);
      },
    },
    last: () => {
      const asked = { gets, changes };
      gets = [];
      return asked;
    },
  };
}

/** The same writes under new keys, so that the same conditions hold again; of the same size to the byte. */
function elsewhere({ gets, changes }: Asked): Asked {
  const mark = newId(randomBytes).slice(0, 6);
  const moved = (pk: string) => `${mark}${pk.slice(mark.length)}`;
  return {
    gets,
    changes: changes.map((change) =>
      change.kind === 'put'
        ? { ...change, item: { ...change.item, pk: moved(change.item.pk) } }
        : { ...change, key: { ...change.key, pk: moved(change.key.pk) } },
    ),
  };
}

interface Bare {
  readonly reads: () => Promise<unknown>;
  readonly write: () => Promise<unknown>;
}

/** The reads and the transaction as plain commands, made before the clock runs. */
function bare(
  client: DynamoDBClient,
  tableOf: (capability: string) => string,
  { gets, changes }: Asked,
): Bare {
  const db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const reads = gets.map((keys) => {
    const RequestItems: Record<string, { Keys: object[]; ConsistentRead: true }> = {};
    for (const { table, pk, sk } of keys)
      (RequestItems[tableOf(table)] ??= { Keys: [], ConsistentRead: true }).Keys.push({ pk, sk });
    return new BatchGetCommand({ RequestItems });
  });
  const items = changes.map((change) => {
    if (change.kind !== 'put') throw new Error('The bench books what only puts.');
    const TableName = tableOf(change.table);
    return { Put: { TableName, Item: change.item, ...condition(change) } };
  });
  return {
    reads: () => Promise.all(reads.map((read) => db.send(read))),
    write: () => db.send(new TransactWriteCommand({ TransactItems: items })),
  };
}

const condition = ({ when }: Change) =>
  when === 'absent' ? { ConditionExpression: 'attribute_not_exists(pk)' } : {};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** A time that nobody has yet: every booking stands on pages of its own week, so all of them are alike. */
function* freeTimes(): Generator<string> {
  for (let week = 0; ; week += 1)
    yield new Date(Date.UTC(2027, 2, 8, 9) + week * 7 * 86_400_000).toISOString().slice(0, 16);
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const missing = whatIsMissing();
say(
  missing === undefined
    ? 'on Amazon’s DynamoDB Local'
    : `on the emulator, which is slower, so that our part looks smaller; ${missing}`,
);
const startTables = missing === undefined ? startDynamoDbLocal : startEmulatorTables;
const local = await startTables(['sessions', 'cases', 'directory', 'custody', 'notices']);
try {
  const spied = remembering(local.store);
  const whole: number[] = [];
  const reads: number[] = [];
  const writes: number[] = [];
  let prepared: PreparedCase | undefined;
  let app: PreparedCase['app'] | undefined;
  let times = freeTimes();
  let size = { reads: 0, changes: 0 };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    // A new case every hundred weeks: the table of clocks ends some day.
    if (prepared === undefined || round % 100 === 0) {
      prepared = await prepareCase(local.store);
      app = prepared.over(spied.store);
      times = freeTimes();
      // An interpreter joins the case at the first booking, which is then not like the others.
      await bookWith(prepared, times.next().value as string, {}, { app });
    }
    const at = times.next().value as string;
    spied.last();
    const took = await timed(async () => {
      const told = await bookWith(prepared as PreparedCase, at, {}, { app: app as PreparedCase['app'] });
      if (told.status !== 201) throw new Error(JSON.stringify(told.body));
    });
    const asked = spied.last();
    const plain = bare(local.client, local.tableOf, elsewhere(asked));
    const read = await timed(plain.reads);
    const write = await timed(plain.write);
    if (round < 0) continue;
    size = { reads: asked.gets.flat().length, changes: asked.changes.length };
    whole.push(took);
    reads.push(read);
    writes.push(write);
  }
  const bareBoth = median(reads.map((read, index) => read + (writes[index] ?? 0)));
  const ratio = median(whole) / bareBoth;
  const alone = median(whole) / median(writes);
  say(`one booking reads ${size.reads} items in one round and writes ${size.changes} in one transaction`);
  say(`the whole route                     ${median(whole).toFixed(2)} ms`);
  say(
    `the same reads and transaction bare ${bareBoth.toFixed(2)} ms (reads ${median(reads).toFixed(2)}, write ${median(writes).toFixed(2)})`,
  );
  say(`ratio ${ratio.toFixed(2)} (goal: at most ${GOAL}); to the write alone ${alone.toFixed(2)}`);
  if (ratio > GOAL) process.exitCode = 1;
} finally {
  await local.stop();
}
