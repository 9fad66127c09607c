import type { CapabilityRole } from '../shared/capability-role.ts';

/** Whoever only asks when there is time changes nothing but that they asked. */
export const role = {
  whenThisFails: 'Nobody can look for a time or see who is free; what is booked stands, and can be changed.',
  tables: {
    // How often somebody asked.
    own: ['BatchGetItem', 'PutItem'],
    // Searched for interpreters and rooms that fit.
    directory: ['BatchGetItem', 'Query'],
    cases: ['BatchGetItem', 'Query'],
    // Week pages, and the doors of sessions that may have ended early.
    sessions: ['BatchGetItem', 'Query'],
    // What the court ordered: who may come into one room.
    orders: ['Query'],
    // That somebody looked is entered.
    custody: ['BatchGetItem', 'PutItem'],
  },
} satisfies CapabilityRole;
