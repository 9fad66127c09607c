import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { alterations, movedLogs } from '../../functions/custody/stream.ts';
import { logId, otherLogId } from './sample-log.ts';

type Happened = 'INSERT' | 'MODIFY' | 'REMOVE';

const record = (eventName: Happened, pk: string, sk: string, sizes?: [number, number]): DynamoDBRecord => ({
  eventName,
  dynamodb: {
    Keys: { pk: { S: pk }, sk: { S: sk } },
    ...(sizes === undefined
      ? {}
      : { OldImage: { size: { N: String(sizes[0]) } }, NewImage: { size: { N: String(sizes[1]) } } }),
  },
});

const entry = 'entry#0000000000000003';

describe('records of the stream', () => {
  test('a head that moved means publish, once for each log', () => {
    const records = [
      record('INSERT', `log#${logId}`, 'head'),
      record('MODIFY', `log#${logId}`, 'head', [1, 2]),
      record('MODIFY', `log#${otherLogId}`, 'head', [1, 2]),
      record('INSERT', `log#${logId}`, entry),
      record('MODIFY', `log#${logId}`, 'checkpoint', [1, 2]),
      record('REMOVE', 'unpublished#3', logId),
    ];
    expect(movedLogs(records)).toEqual([logId, otherLogId]);
    expect(alterations(records)).toEqual([]);
  });

  test.each<[Happened, string, string, [number, number]?]>([
    ['MODIFY', `log#${logId}`, entry],
    ['REMOVE', `log#${logId}`, entry],
    ['MODIFY', 'entry#abc', 'place'],
    ['REMOVE', 'entry#abc', 'place'],
    ['REMOVE', `log#${logId}`, 'head'],
    ['REMOVE', `log#${logId}`, 'checkpoint'],
    ['MODIFY', `log#${logId}`, 'head', [5, 4]],
    ['MODIFY', `log#${logId}`, 'head', [5, 5]],
    ['MODIFY', `log#${logId}`, 'checkpoint', [5, 5]],
  ])('%s of %s %s %s wakes somebody', (happened, pk, sk, sizes) => {
    expect(alterations([record(happened, pk, sk, sizes)])).toEqual([`${happened} ${pk} ${sk}`]);
  });
});
