/** What a record of our own table's stream means: something to publish or to sequence, or something that must never happen. */
import type { DynamoDBRecord } from 'aws-lambda';
import { logEvent } from '../shared/log.ts';
import { logOfFact } from './inbox.ts';
import { publishEach, type Publisher } from './publish.ts';
import { hoursIn, watchBrowsing } from './watch-browsing.ts';
import { sequenceEach, type Clock } from './sequence-each.ts';

/** Ids of the logs whose head moved, each once. */
export function movedLogs(records: readonly DynamoDBRecord[]): string[] {
  const moved = records
    .map(placeOf)
    .filter(({ pk, sk, happened }) => sk === 'head' && pk.startsWith('log#') && happened !== 'REMOVE')
    .map(({ pk }) => pk.slice('log#'.length));
  return [...new Set(moved)];
}

/** Ids of the logs for which something was filed, each once: however many facts came, their log is sequenced once. */
export function filedLogs(records: readonly DynamoDBRecord[]): string[] {
  const filed = records
    .map(placeOf)
    .flatMap(({ pk, sk, happened }) => (happened === 'REMOVE' ? [] : (logOfFact(pk, sk) ?? [])));
  return [...new Set(filed)];
}

/**
 * Changes that our code never makes: an entry or its place changed or removed; a head or checkpoint removed, or put
 * back to a size it already had; a head whose class is another or gone. Named by the change and the item's key, which is made of opaque ids.
 */
export function alterations(records: readonly DynamoDBRecord[]): string[] {
  return records.filter(isAlteration).map((record) => {
    const { pk, sk, happened } = placeOf(record);
    return `${happened} ${pk} ${sk}`;
  });
}

function isAlteration(record: DynamoDBRecord): boolean {
  const { pk, sk, happened } = placeOf(record);
  if (happened === 'INSERT') return false;
  if (pk.startsWith('entry#') || sk.startsWith('entry#')) return true;
  if (sk !== 'head' && sk !== 'checkpoint') return false;
  const classBefore = classOf(record, 'OldImage');
  return (
    happened === 'REMOVE' ||
    sizeOf(record, 'NewImage') <= sizeOf(record, 'OldImage') ||
    (classBefore !== undefined && classOf(record, 'NewImage') !== classBefore)
  );
}

const placeOf = (record: DynamoDBRecord) => ({
  pk: record.dynamodb?.Keys?.['pk']?.S ?? '',
  sk: record.dynamodb?.Keys?.['sk']?.S ?? '',
  happened: record.eventName ?? 'INSERT',
});

const sizeOf = (record: DynamoDBRecord, image: 'NewImage' | 'OldImage'): number =>
  Number(record.dynamodb?.[image]?.['size']?.N);

const classOf = (record: DynamoDBRecord, image: 'NewImage' | 'OldImage'): string | undefined =>
  record.dynamodb?.[image]?.['class']?.S;

/**
 * Safe to run again on the same records. A log that cannot be published or sequenced now stays marked for the sweep. Facts
 * do not wait for signatures: their entries move the head again, and that comes back here to be published.
 */
export async function followStream(
  publisher: Publisher,
  clock: Clock,
  records: readonly DynamoDBRecord[],
): Promise<void> {
  for (const change of alterations(records)) logEvent('custody.entry-altered', { change });
  await Promise.all([
    sequenceEach({ store: publisher.store, ...clock }, filedLogs(records)),
    publishEach(publisher, movedLogs(records)),
    watchBrowsing(publisher.store, clock.now, hoursIn(records)),
  ]);
}
