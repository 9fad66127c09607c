import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'Central authorities cannot enter a host State’s decision, so sessions stay closed that the law would allow.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem'],
    sessions: ['BatchGetItem', 'UpdateItem'],
    cases: ['BatchGetItem'],
    directory: ['BatchGetItem'],
    custody: ['BatchGetItem', 'PutItem'],
  },
} as const satisfies CapabilityRole;
