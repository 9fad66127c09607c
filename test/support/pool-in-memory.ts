import { randomUUID } from 'node:crypto';
import type { AccountPool } from '../../functions/accounts/account-pool.ts';

/** An account as the pool has it, and how often its person was sent a first password. */
export interface Account {
  readonly subject: string;
  readonly email: string;
  enabled: boolean;
  isInUse: boolean;
  invited: number;
}

/**
 * The pool of accounts in memory, for crashes at chosen places and many rounds. That Cognito's behaves as this does is shown
 * on the stack (test/accounts/accounts.stack.test.ts).
 */
export function poolInMemory() {
  const accounts = new Map<string, Account>();
  const of = (subject: string) => [...accounts.values()].find((each) => each.subject === subject);
  const pool: AccountPool = {
    async open(email) {
      const account = accounts.get(email) ?? {
        subject: randomUUID(),
        email,
        enabled: true,
        isInUse: false,
        invited: 0,
      };
      accounts.set(email, account);
      return account;
    },
    read: async (subject) => of(subject),
    async invite(subject) {
      const account = of(subject);
      if (account !== undefined && !account.isInUse) account.invited += 1;
    },
    async shutOut(subject) {
      const account = of(subject);
      if (account !== undefined) account.enabled = false;
    },
    async letIn(subject) {
      const account = of(subject);
      if (account !== undefined) account.enabled = true;
    },
  };
  return { ...pool, accounts };
}

export type PoolInMemory = ReturnType<typeof poolInMemory>;
