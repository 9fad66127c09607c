import type { DynamoDBRecord } from 'aws-lambda';
import { itemOf } from '../shared/store/image.ts';
import { parseAlarm, type AlarmName } from './store.ts';

/** Alarms that somebody has just pressed; what else moves in an alarm calls nobody. */
export function openedIn(records: readonly DynamoDBRecord[]): readonly AlarmName[] {
  return records.flatMap(({ dynamodb }) => {
    if (!dynamodb?.Keys?.['sk']?.S?.startsWith('alarm#')) return [];
    const [before, after] = [itemOf(dynamodb.OldImage), itemOf(dynamodb.NewImage)].map(parseAlarm);
    return after?.state === 'ringing' && before?.since !== after.since ? [after] : [];
  });
}
