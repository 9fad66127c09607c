import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'Clerks cannot confirm an interpreter, so a witness who is ready to speak waits at a closed door.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem'],
    sessions: ['BatchGetItem', 'UpdateItem', 'ConditionCheckItem'],
    // What stands for those who are heard says in which languages. Whoever must not interpret in one session of a case must not in
    // any: that is written there, and held.
    cases: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    // Who interprets, and for its administrator all of an agency who do.
    directory: ['BatchGetItem', 'Query'],
    // For how long somebody was in the room.
    rooms: ['BatchGetItem'],
    custody: ['BatchGetItem', 'PutItem'],
  },
} as const satisfies CapabilityRole;
