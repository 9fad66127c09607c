import type { CapabilityRole } from '../shared/capability-role.ts';

/** Whoever only asks when there is time changes nothing: this function can write no item of any table. */
export const role = {
  whenThisFails: 'Nobody can look for a time or see who is free; what is booked stands, and can be changed.',
  tables: {
    own: [],
    // Searched for interpreters and rooms that fit.
    directory: ['BatchGetItem', 'Query'],
    cases: ['Query'],
    // Week pages, and the doors of sessions that may have ended early.
    sessions: ['BatchGetItem', 'Query'],
  },
} satisfies CapabilityRole;
