import type { CapabilityRole } from '../shared/capability-role.ts';

/** People are entered by `accounts` and by a deployer; what is written here is when they and rooms are free. */
export const role = {
  whenThisFails:
    'Staff cannot sign in to their pages, nobody can be chosen for a seat, and no calendar can be read or changed.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
    custody: ['BatchGetItem', 'PutItem'],
  },
} satisfies CapabilityRole;
