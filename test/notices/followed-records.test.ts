import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { changedSeries, movedDoors } from '../../functions/notices/followed-records.ts';

type Image = Readonly<Record<string, AttributeValue>>;

const door: Image = {
  sessionId: { S: 'one' },
  status: { S: 'booked' },
  start: { S: '2027-04-01T02:30:00.000Z' },
  end: { S: '2027-04-01T03:30:00.000Z' },
  version: { N: '3' },
  gates: { M: { interpreter: { S: 'missing' } } },
  rooms: { S: 'missing' },
  seats: { L: [{ M: { seat: { S: 'clerk' } } }] },
};

const record = (after: Image | undefined, before?: Image, sk = 'door'): DynamoDBRecord => ({
  eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
  dynamodb: {
    Keys: { pk: { S: 'session#one' }, sk: { S: sk } },
    ...(after === undefined ? {} : { NewImage: after }),
    ...(before === undefined ? {} : { OldImage: before }),
  },
});

const moved = (...records: readonly DynamoDBRecord[]) => [...movedDoors(records)];

test('a new door is looked at, once, however many records speak of it', () => {
  expect(moved(record(door))).toEqual(['one']);
  expect(moved(record(door), record(door), record({ ...door, sessionId: { S: 'two' } }))).toEqual([
    'one',
    'two',
  ]);
});

test.each<readonly [string, AttributeValue]>([
  ['status', { S: 'cancelled' }],
  ['start', { S: '2027-04-08T02:30:00.000Z' }],
  ['end', { S: '2027-04-08T03:30:00.000Z' }],
  ['seats', { L: [] }],
  ['gates', { M: { interpreter: { S: 'open' } } }],
  ['rooms', { S: 'booked' }],
])('a door whose %s moved is looked at', (field, value) => {
  expect(moved(record({ ...door, [field]: value }, door))).toEqual(['one']);
});

test('a door that moved in nothing that is told is not', () => {
  expect(moved(record({ ...door, version: { N: '4' } }, door))).toEqual([]);
});

test('other items, and doors that are gone, are not', () => {
  expect(moved(record(door, undefined, 'session'), record(door, undefined, 'roster'))).toEqual([]);
  expect(moved(record(undefined, door))).toEqual([]);
});

test('a series of which several sessions were changed is told when that is done, and not before', () => {
  const series = (news?: Image): DynamoDBRecord =>
    record(
      { sk: { S: 'series' }, series: { S: 'trial' }, ...(news === undefined ? {} : { news: { M: news } }) },
      undefined,
      'series',
    );
  const until = { S: '2027-03-01T00:01:00.000Z' };
  expect([...changedSeries([series({ until, done: { BOOL: true } })])]).toEqual(['trial']);
  expect([...changedSeries([series({ until, done: { BOOL: false } }), series(), record(door)])]).toEqual([]);
});
