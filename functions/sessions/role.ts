import type { CapabilityRole } from '../shared/capability-role.ts';

export const role = {
  whenThisFails: 'No interview can be booked or cancelled, and nobody sees what a session still lacks.',
  tables: {
    // A session that moves leaves its line in the case's list; nothing else is ever deleted.
    own: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    // Whoever is booked, and the rooms to choose from.
    directory: ['BatchGetItem', 'Query'],
    // An interpreter joins the case at the first booking.
    cases: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
    // What the court ordered: who may come into the one room.
    orders: ['Query'],
    custody: ['BatchGetItem', 'PutItem'],
    // That somebody is to be told.
    notices: ['PutItem'],
  },
  // What stands for those who are heard, and what the court ordered: the doors of their sessions follow it.
  follows: ['cases', 'orders'],
  // Looks whether a new zone table moves anything that is booked; mostly it does not.
  sweepEveryMinutes: 60,
  alarmsOn: {
    'session.not-retimed':
      'A State changed its clocks, and a booked session cannot follow because somebody is taken then: it must be moved by hand.',
  },
} satisfies CapabilityRole;
