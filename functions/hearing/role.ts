import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails:
    'Nothing that is said and ruled in a hearing can be entered: oath, objections, rulings. The hearing itself goes on; the clerk writes it down.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
    // That the session is in its room, and who is in it.
    rooms: ['BatchGetItem', 'ConditionCheckItem'],
    sessions: ['BatchGetItem', 'ConditionCheckItem'],
    // That staff are of the case, its States, and who may know what is spoken.
    cases: ['BatchGetItem'],
    directory: ['BatchGetItem'],
    custody: ['BatchGetItem', 'PutItem'],
  },
} as const satisfies CapabilityRole;
