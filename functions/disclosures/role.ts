import type { CapabilityRole } from '../shared/capability-role.ts';

/** Alone reads what opens sealed fields in the tables of others, and nothing else of them by any route. */
export const role = {
  whenThisFails:
    'No court can order that a sealed field is disclosed, and nobody reads what was disclosed to them.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem'],
    cases: ['BatchGetItem', 'Query', 'ConditionCheckItem'],
    custody: ['BatchGetItem', 'PutItem'],
    directory: ['BatchGetItem'],
    sessions: ['BatchGetItem'],
    // What opens the fields, where each capability keeps it.
    interpreting: ['Query'],
    orders: ['Query'],
    preparation: ['Query'],
    witnesses: ['Query'],
  },
} as const satisfies CapabilityRole;
