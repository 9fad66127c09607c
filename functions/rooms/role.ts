import type { CapabilityRole } from '../shared/capability-role.ts';

/**
 * The door is checked, and closed at the end of a session; it is never written otherwise. Following the sessions table
 * is how a withdrawal reaches a room that is open.
 */
export const role = {
  whenThisFails:
    'Nobody can join, pause or end a hearing; a witness who presses pause is only off on her own side.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    sessions: ['BatchGetItem', 'UpdateItem', 'ConditionCheckItem'],
    custody: ['BatchGetItem', 'PutItem'],
    directory: ['BatchGetItem'],
  },
  follows: ['own', 'sessions'],
  sweepEveryMinutes: 1,
  readsMediaKeys: true,
} satisfies CapabilityRole;
