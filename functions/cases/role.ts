import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails: 'Nobody sees their cases, and no case can be opened; sessions that are booked go on.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem'],
    directory: ['BatchGetItem'],
    // The entry of an opened case is the first of its log, so no head is read.
    custody: ['PutItem'],
  },
} satisfies CapabilityRole;
