import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'Central authorities cannot enter a host State’s decision, so sessions stay closed that the law would allow.',
  tables: {
    own: ['GetItem', 'Query', 'PutItem'],
    sessions: ['GetItem', 'UpdateItem'],
    cases: ['GetItem'],
    directory: ['GetItem'],
    custody: ['GetItem', 'PutItem'],
  },
} as const satisfies CapabilityRole;
