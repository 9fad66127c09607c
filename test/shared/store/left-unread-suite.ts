import { randomBytes } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { BatchGetCommandInput, BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynamoStore, type TableNames } from '../../../functions/shared/store/dynamo.ts';
import type { Key } from '../../../functions/shared/store/store.ts';
import { newId } from '../../../functions/shared/values/ids.ts';

/** Says of a request, numbered from 1, which of its keys are not read this time. */
type Leaves = (request: number, sk: string) => boolean;

const keysOf = ({ RequestItems = {} }: BatchGetCommandInput) =>
  Object.values(RequestItems).flatMap(({ Keys = [] }) => Keys.map((key) => String(key['sk'])));

/**
 * What DynamoDB may do at any time, though neither the emulator nor DynamoDB Local ever does: it reads a part of what was
 * asked for and hands the rest back. Here the real tables are asked, and a step of the client's own chain takes items out
 * of their answer and gives their keys out as unread.
 */
export function leftUnreadSuite(
  name: string,
  open: () => { readonly client: DynamoDBClient; readonly tableOf: TableNames },
  table: string,
): void {
  describe(`reading many on ${name}`, () => {
    let leaves: Leaves = () => false;
    let asked: BatchGetCommandInput[] = [];
    let pauses: number[] = [];
    const pause = (tries: number) => {
      pauses.push(tries);
      return Promise.resolve();
    };
    const store = () => dynamoStore(open().client, open().tableOf, pause);
    const stepName = 'holdsBack';

    beforeEach(() => {
      [leaves, asked, pauses] = [() => false, [], []];
      open().client.middlewareStack.add(
        (next, context) => async (args) => {
          if (context['commandName'] !== 'BatchGetItemCommand') return next(args);
          const input = args.input as BatchGetCommandInput;
          const request = asked.push(input);
          const answer = await next(args);
          const { Responses = {}, UnprocessedKeys = {} } = answer.output as BatchGetCommandOutput;
          const isHeld = ({ sk }: Readonly<Record<string, unknown>>) => leaves(request, String(sk));
          for (const [at, { Keys = [], ...rest }] of Object.entries(input.RequestItems ?? {})) {
            if (!Keys.some(isHeld)) continue;
            Responses[at] = (Responses[at] ?? []).filter((item) => !isHeld(item));
            UnprocessedKeys[at] = { ...rest, Keys: Keys.filter(isHeld) };
          }
          Object.assign(answer.output, { Responses, UnprocessedKeys });
          return answer;
        },
        { step: 'initialize', name: stepName, priority: 'low' },
      );
    });
    afterEach(() => {
      open().client.middlewareStack.remove(stepName);
    });

    /** Items of one partition, numbered from 0. */
    async function written(count: number): Promise<readonly Key[]> {
      const pk = newId(randomBytes);
      const keys = Array.from({ length: count }, (_, n) => ({ table, pk, sk: String(n) }));
      for (let from = 0; from < count; from += 100)
        await store().write(
          keys.slice(from, from + 100).map(({ sk }) => ({
            kind: 'put',
            table,
            item: { pk, sk, n: Number(sk) },
            onRefused: 'retry',
          })),
        );
      return keys;
    }

    const numbers = async (keys: readonly Key[]) => (await store().get(keys)).map((item) => item?.['n']);

    it('asks for at most 100 keys at once, consistently, each key once, and not at all for none', async () => {
      const keys = await written(230);
      expect(await numbers([...keys, ...keys.slice(0, 30)])).toEqual([
        ...Array(230).keys(),
        ...Array(30).keys(),
      ]);
      expect(asked.map((input) => keysOf(input).length).toSorted((one, other) => other - one)).toEqual([
        100, 100, 30,
      ]);
      expect(new Set(asked.flatMap(keysOf)).size).toBe(230);
      expect(asked.flatMap((input) => Object.values(input.RequestItems ?? {}))).toSatisfy(
        (each: { ConsistentRead?: boolean }[]) => each.every(({ ConsistentRead }) => ConsistentRead === true),
      );
      asked = [];
      expect(await store().get([])).toEqual([]);
      expect(asked).toEqual([]);
    });

    it('asks again, consistently, for what was left unread, after a pause, and for nothing else', async () => {
      const keys = await written(12);
      leaves = (request, sk) => request < 4 && Number(sk) % 2 ** request === 0;
      expect(await numbers(keys)).toEqual([...Array(12).keys()]);
      expect(asked.map((input) => keysOf(input).map(Number))).toEqual([
        [...Array(12).keys()],
        [0, 2, 4, 6, 8, 10],
        [0, 4, 8],
        [0, 8],
      ]);
      expect(asked.map(({ RequestItems = {} }) => Object.values(RequestItems)[0]?.ConsistentRead)).toEqual(
        Array(4).fill(true),
      );
      expect(pauses).toEqual([1, 2, 3]);
    });

    it('fails when something is never read, rather than say that it is not there', async () => {
      const keys = await written(3);
      leaves = (_, sk) => sk === '1';
      await expect(store().get(keys)).rejects.toThrow('DynamoDB left 1 items unread.');
      expect(asked).toHaveLength(8);
      expect(pauses).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });
  });
}
