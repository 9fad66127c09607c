import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails: 'Nobody sees their cases, and no case can be opened; sessions that are booked go on.',
  tables: {
    // Whoever leaves has the case in their list no more; whoever is named is named in a case that is held open.
    own: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    directory: ['BatchGetItem'],
    // What is still to come, before a case ends or somebody leaves it.
    sessions: ['BatchGetItem', 'Query'],
    // A new accused, and a move to another State, reopen the risk plans that there are.
    witnesses: ['Query', 'PutItem'],
    // An agency that takes the case is entered in the case's log.
    custody: ['BatchGetItem', 'PutItem'],
    // What a State said is not told any more to whoever is in another one; whoever held contact is told that it is taken over.
    notices: ['PutItem', 'DeleteItem'],
  },
} satisfies CapabilityRole;
