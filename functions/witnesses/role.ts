import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'A witness who withdraws her consent cannot have it recorded, so the door stays open against her will: call the clerk of the session, who can end it.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem'],
    sessions: ['BatchGetItem', 'UpdateItem'],
    cases: ['BatchGetItem'],
    directory: ['BatchGetItem'],
    custody: ['BatchGetItem', 'PutItem'],
  },
} as const satisfies CapabilityRole;
