import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'Central authorities cannot enter a host State’s decision, so sessions stay closed that the law would allow.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem'],
    // Decisions of before were taken on one session.
    sessions: ['BatchGetItem'],
    // What stands for a person lies with the case; a request is put together while it is open.
    cases: ['BatchGetItem', 'Query', 'PutItem', 'ConditionCheckItem'],
    directory: ['BatchGetItem'],
    custody: ['BatchGetItem', 'PutItem'],
    // Whom to tell that there is no live link, and of answers that are overdue.
    notices: ['PutItem', 'DeleteItem'],
  },
} as const satisfies CapabilityRole;
