import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'No rehearsal or test call can be entered, so a session whose test failed stays closed though the fault is mended; nobody sees what is to be done for a witness afterwards.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem'],
    // A failed test closes the door, one that passes opens it; ticks hold it as it was read.
    sessions: ['BatchGetItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    cases: ['BatchGetItem', 'Query'],
    directory: ['BatchGetItem'],
    custody: ['BatchGetItem', 'PutItem'],
  },
} as const satisfies CapabilityRole;
