import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails: 'Nobody sees their cases, and no case can be opened; sessions that are booked go on.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
    directory: ['BatchGetItem'],
    // An agency that takes the case is entered in the case's log.
    custody: ['BatchGetItem', 'PutItem'],
  },
} satisfies CapabilityRole;
