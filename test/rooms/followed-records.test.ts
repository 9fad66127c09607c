import type { DynamoDBRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { touched } from '../../functions/rooms/followed-records.ts';

/** What the streams say of one session, and whether anything is to be done about it. */

const sessionId = '01jd0000000000000000000001';
const record = (
  sk: string,
  image: NonNullable<DynamoDBRecord['dynamodb']>['NewImage'],
  eventName: DynamoDBRecord['eventName'] = 'MODIFY',
): DynamoDBRecord => ({
  eventName,
  dynamodb: {
    Keys: { pk: { S: 'anything' }, sk: { S: sk } },
    ...(image === undefined ? {} : { NewImage: image }),
  },
});
const of = { sessionId: { S: sessionId } };
const list = (...names: string[]) => ({ L: names.map((name) => ({ S: name })) });

it.each<[string, DynamoDBRecord, 'rooms' | 'doors' | 'nothing']>([
  ['a room with another one that must be gone', record('room', { ...of, retired: list('one') }), 'rooms'],
  ['a room that is as it should be', record('room', { ...of, retired: list() }), 'nothing'],
  ['a room that never had another', record('room', of), 'nothing'],
  ['a door that moved', record('door', of), 'doors'],
  ['a door that is new', record('door', of, 'INSERT'), 'doors'],
  ['a door that is gone', record('door', undefined, 'REMOVE'), 'nothing'],
  ['what was cleared away as too old', record('seat#W-2222', undefined, 'REMOVE'), 'nothing'],
  ['what seats have used', record('seat#W-2222', { ...of, retired: list('one') }), 'nothing'],
  ['what belongs to no session', record('room', { retired: list('one') }), 'nothing'],
  ['a record that says nothing', { eventName: 'MODIFY' }, 'nothing'],
])('%s', (_name, one, expected) => {
  const { rooms, doors } = touched([one]);
  expect([...rooms]).toEqual(expected === 'rooms' ? [sessionId] : []);
  expect([...doors]).toEqual(expected === 'doors' ? [sessionId] : []);
});

it('a session is named once, however many records there are of it', () => {
  const moved = record('door', of);
  expect([...touched([moved, moved, record('room', { ...of, retired: list('one', 'two') })]).doors]).toEqual([
    sessionId,
  ]);
});
