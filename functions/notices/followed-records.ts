import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { doneSeriesOfRecord } from '../sessions/port/series-news.ts';

/** Fields of a door that somebody is told of, or whose lack is chased. */
const telling = ['status', 'start', 'end', 'seats', 'gates', 'turns', 'aside', 'rooms'] as const;

/**
 * Sessions whose doors moved in a way that may have to be told. Images are compared as they come; where the order of their
 * fields makes equal ones look different, it is looked once too often, which is harmless.
 */
export function movedDoors(records: readonly DynamoDBRecord[]): ReadonlySet<string> {
  const sessions = new Set<string>();
  for (const { dynamodb } of records) {
    const [after, before] = [dynamodb?.NewImage, dynamodb?.OldImage];
    const sessionId = after?.['sessionId']?.S;
    if (dynamodb?.Keys?.['sk']?.S !== 'door' || sessionId === undefined) continue;
    if (telling.some((field) => text(after?.[field]) !== text(before?.[field]))) sessions.add(sessionId);
  }
  return sessions;
}

/** Series of which several sessions were changed together, where that is done. */
export function changedSeries(records: readonly DynamoDBRecord[]): ReadonlySet<string> {
  return new Set(records.flatMap(({ dynamodb }) => doneSeriesOfRecord(dynamodb?.NewImage) ?? []));
}

const text = (value: AttributeValue | undefined): string => JSON.stringify(value ?? null);
