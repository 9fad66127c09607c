import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'No court can order who sees, hears and meets whom, or change it; what is ordered already is kept in every room.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem'],
    // Who is of the case, what their plan asks, its log; and where somebody is ordered to testify, what stands.
    cases: ['BatchGetItem', 'Query', 'PutItem', 'ConditionCheckItem'],
    custody: ['BatchGetItem', 'PutItem'],
    directory: ['BatchGetItem'],
    // Which of its sessions is to be held in camera.
    sessions: ['BatchGetItem'],
  },
} as const satisfies CapabilityRole;
