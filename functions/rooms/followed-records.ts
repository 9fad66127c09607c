import type { DynamoDBRecord } from 'aws-lambda';

/**
 * Sessions that records of the followed streams touch: rooms with something to take away, doors that moved, and sessions that are open,
 * which may need a machine.
 */
export function touched(records: readonly DynamoDBRecord[]): {
  rooms: Set<string>;
  doors: Set<string>;
  open: Set<string>;
} {
  const rooms = new Set<string>();
  const doors = new Set<string>();
  const open = new Set<string>();
  for (const { eventName, dynamodb } of records) {
    const sk = dynamodb?.Keys?.['sk']?.S;
    const sessionId = dynamodb?.NewImage?.['sessionId']?.S;
    if (eventName === 'REMOVE' || sessionId === undefined) continue;
    const lists = [dynamodb?.NewImage?.['retired'], dynamodb?.NewImage?.['leaving']];
    if (sk === 'room' && lists.some((list) => (list?.L?.length ?? 0) > 0)) rooms.add(sessionId);
    if (sk === 'room' && dynamodb?.NewImage?.['phase']?.S === 'open') open.add(sessionId);
    if (sk === 'door') doors.add(sessionId);
  }
  return { rooms, doors, open };
}
