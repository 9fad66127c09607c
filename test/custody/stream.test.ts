import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test, vi } from 'vitest';
import { alterations, filedLogs, followStream, movedLogs } from '../../functions/custody/stream.ts';
import { filing } from './filed-facts.ts';
import { append, bench } from './log-to-publish.ts';
import { logId, otherLogId, signer } from './sample-log.ts';

type Happened = 'INSERT' | 'MODIFY' | 'REMOVE';

type Image = { readonly size: number; readonly class?: string } | number;

const imageOf = (image: Image) =>
  typeof image === 'number'
    ? { size: { N: String(image) } }
    : {
        size: { N: String(image.size) },
        ...(image.class === undefined ? {} : { class: { S: image.class } }),
      };

const record = (eventName: Happened, pk: string, sk: string, images?: [Image, Image]): DynamoDBRecord => ({
  eventName,
  dynamodb: {
    Keys: { pk: { S: pk }, sk: { S: sk } },
    ...(images === undefined ? {} : { OldImage: imageOf(images[0]), NewImage: imageOf(images[1]) }),
  },
});

const entry = 'entry#0000000000000003';

describe('records of the stream', () => {
  test('a head that moved means publish, once for each log', () => {
    const records = [
      record('INSERT', `log#${logId}`, 'head'),
      record('MODIFY', `log#${logId}`, 'head', [1, 2]),
      // A head from before heads named their class names it with the next entry.
      record('MODIFY', `log#${logId}`, 'head', [1, { size: 2, class: 'session' }]),
      record('MODIFY', `log#${logId}`, 'head', [
        { size: 2, class: 'session' },
        { size: 3, class: 'session' },
      ]),
      record('MODIFY', `log#${otherLogId}`, 'head', [1, 2]),
      record('INSERT', `log#${logId}`, entry),
      record('MODIFY', `log#${logId}`, 'checkpoint', [1, 2]),
      record('REMOVE', 'unpublished#3', logId),
    ];
    expect(movedLogs(records)).toEqual([logId, otherLogId]);
    expect(alterations(records)).toEqual([]);
  });

  test.each<[Happened, string, string, [Image, Image]?]>([
    ['MODIFY', `log#${logId}`, entry],
    ['REMOVE', `log#${logId}`, entry],
    ['MODIFY', 'entry#abc', 'place'],
    ['REMOVE', 'entry#abc', 'place'],
    ['REMOVE', `log#${logId}`, 'head'],
    ['REMOVE', `log#${logId}`, 'checkpoint'],
    ['MODIFY', `log#${logId}`, 'head', [5, 4]],
    ['MODIFY', `log#${logId}`, 'head', [5, 5]],
    ['MODIFY', `log#${logId}`, 'checkpoint', [5, 5]],
    [
      'MODIFY',
      `log#${logId}`,
      'head',
      [
        { size: 5, class: 'case' },
        { size: 6, class: 'session' },
      ],
    ],
    ['MODIFY', `log#${logId}`, 'head', [{ size: 5, class: 'case' }, 6]],
  ])('%s of %s %s %j wakes somebody', (happened, pk, sk, images) => {
    expect(alterations([record(happened, pk, sk, images)])).toEqual([`${happened} ${pk} ${sk}`]);
  });

  test('a fact that is filed means sequence, once for each log; one that has its place does not', async () => {
    const log = filing();
    await log.file('arrived', 'I-4K7Q');
    await log.file('published', 'I-4K7Q');
    const filed = [...log.store.items.values()].filter(({ pk }) => pk.startsWith('inbox#'));
    const told = (happened: Happened) => filed.map(({ pk, sk }) => record(happened, pk, sk));
    expect(filedLogs(told('INSERT'))).toEqual([logId]);
    expect(filedLogs([...told('REMOVE'), record('INSERT', `log#${logId}`, 'head')])).toEqual([]);
  });

  test('a fact gets its place though a signature is slow in coming', async () => {
    const { publisher, objects } = bench();
    const log = filing();
    const { store } = log;
    await append(store, 1, otherLogId);
    const slow = vi.fn<typeof publisher.signer>(async () => {
      await vi.waitFor(() => expect(log.pending()).toBe(0));
      return signer;
    });
    await log.file('arrived', 'I-4K7Q');
    const [filed] = [...store.items.values()].filter(({ pk }) => pk.startsWith('inbox#'));
    const clock = { ...log.sequencer, wait: () => Promise.resolve() };
    await followStream({ ...publisher, store, signer: slow }, clock, [
      record('MODIFY', `log#${otherLogId}`, 'head', [1, 2]),
      record('INSERT', filed?.pk ?? '', filed?.sk ?? ''),
    ]);
    expect(slow).toHaveBeenCalled();
    expect(objects.size).toBeGreaterThan(0);
  });
});
