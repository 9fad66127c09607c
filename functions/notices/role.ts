import type { CapabilityRole } from '../shared/capability-role.ts';

/** The door is held while something due is written, and never written. Addresses are in the own table alone. */
export const role = {
  whenThisFails:
    'People are not told of sessions that were booked, moved or cancelled, and come at the wrong time or not at all.',
  tables: {
    own: ['BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
    // Of a case: which sessions are over, after which somebody has something to do.
    sessions: ['BatchGetItem', 'Query', 'ConditionCheckItem'],
    preparation: ['Query'],
    cases: ['BatchGetItem', 'Query'],
    directory: ['BatchGetItem'],
    custody: ['BatchGetItem', 'PutItem'],
  },
  follows: ['sessions'],
  sweepEveryMinutes: 1,
  sendsMail: true,
  schedulesItself: true,
  alarmsOn: {
    'notice.failed':
      'A message about a session was given up after several tries: the session’s page shows which, and somebody must call.',
  },
} satisfies CapabilityRole;
