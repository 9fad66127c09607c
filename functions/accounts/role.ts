import type { CapabilityRole } from '../shared/capability-role.ts';

/** The only function that may touch accounts of the pool. It puts addresses where messages are sent from, and reads none there. */
export const role = {
  whenThisFails:
    'Nobody can be given an account, and whoever was shut out of saksi may still be able to sign in at the pool, though nothing opens to them.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
    directory: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    custody: ['BatchGetItem', 'PutItem'],
    notices: ['PutItem', 'DeleteItem'],
  },
  sweepEveryMinutes: 5,
  keepsAccounts: true,
} satisfies CapabilityRole;
