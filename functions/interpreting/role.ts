import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'Clerks cannot confirm an interpreter, so a witness who is ready to speak waits at a closed door.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem'],
    // Whoever must not interpret in one session of a case must not in any.
    sessions: ['BatchGetItem', 'Query', 'UpdateItem'],
    // What stands for those who are heard says in which languages.
    cases: ['BatchGetItem', 'Query'],
    directory: ['BatchGetItem'],
    custody: ['BatchGetItem', 'PutItem'],
  },
} as const satisfies CapabilityRole;
