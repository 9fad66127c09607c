import type { CapabilityRole } from '../shared/capability-role.ts';

/** It only reads: people are entered by a deployer, never through the API. */
export const role = {
  whenThisFails: 'Staff cannot sign in to their pages, and nobody can be chosen for a seat.',
  tables: { own: ['GetItem', 'Query'] },
} satisfies CapabilityRole;
