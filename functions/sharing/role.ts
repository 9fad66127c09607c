import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'What a victim told a support agency reaches no authority, and no feedback comes back; what was received is not read until it is mended. Nobody is in danger by it.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem'],
    // Who is of the case and holds contact, what stands of consent, the case’s log; each is held as it was read.
    cases: ['BatchGetItem', 'Query', 'ConditionCheckItem'],
    custody: ['BatchGetItem', 'PutItem'],
    // Of which agency those are who hold contact, and what the authorities are called.
    directory: ['BatchGetItem'],
    // Whoever waits for something is told and chased.
    notices: ['PutItem', 'DeleteItem'],
  },
} as const satisfies CapabilityRole;
