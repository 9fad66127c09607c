import type { CapabilityRole } from '../shared/capability-role.ts';

const gates = {
  own: ['BatchGetItem', 'Query', 'PutItem'],
  // What was recorded before was of one session.
  sessions: ['BatchGetItem'],
  // What stands for a person lies with the case.
  cases: ['BatchGetItem', 'PutItem'],
  directory: ['BatchGetItem'],
  custody: ['BatchGetItem', 'PutItem'],
} as const;

export const role = {
  whenThisFails:
    'Consent and risk plan cannot be recorded or read, so a witness who is ready to speak waits at a closed door.',
  tables: {
    ...gates,
    // While a case is held for an appeal nothing of it is erased; with who somebody is goes what it knows of them.
    cases: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
  },
  // Who somebody is, sealed, and apart from it the keys; no other function can name either.
  furtherTables: {
    vault: ['BatchGetItem', 'PutItem', 'DeleteItem'],
    vaultkeys: ['BatchGetItem', 'PutItem', 'DeleteItem'],
  },
  functions: {
    stopping: {
      whenThisFails:
        'A witness who withdraws consent cannot have it recorded, so the door stays open against their will: call the clerk of the session, who can end it.',
      tables: gates,
    },
  },
} as const satisfies CapabilityRole;
