import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'Nothing can be handed in or shown in a hearing, and what is shown disappears from the pages of those who see it.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
    sessions: ['BatchGetItem', 'ConditionCheckItem'],
    cases: ['BatchGetItem'],
    directory: ['BatchGetItem'],
    custody: ['BatchGetItem', 'PutItem'],
    // Who is in the room, and by which device a guest holds a seat.
    rooms: ['BatchGetItem', 'ConditionCheckItem'],
  },
  // Each page that is drawn leads to the next one.
  follows: ['own'],
  sweepEveryMinutes: 1,
  keepsPapers: true,
} as const satisfies CapabilityRole;
