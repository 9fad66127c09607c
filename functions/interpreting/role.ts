import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'Clerks cannot confirm an interpreter, so a witness who is ready to speak waits at a closed door.',
  tables: {
    own: ['GetItem', 'Query', 'PutItem'],
    sessions: ['GetItem', 'UpdateItem'],
    cases: ['Query'],
    directory: ['GetItem'],
    custody: ['GetItem', 'PutItem'],
  },
} as const satisfies CapabilityRole;
