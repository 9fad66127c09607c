/** The accounts themselves: where an address and a password are kept, and who somebody is that signs in. */
export interface AccountPool {
  /**
   * The account of an address: a new one, of which nobody is told yet, or the one that there is. Harmless to repeat.
   * @throws {Refusal} `does-not-fit` for an address that the pool does not take
   */
  open(email: string): Promise<Opened>;
  /** Undefined where there is no such account. */
  read(subject: string): Promise<PoolAccount | undefined>;
  /** Sends a first password, each time another one. Whoever has signed in already is sent nothing. */
  invite(subject: string): Promise<void>;
  /** No sign-in from now on, and none that was is renewed. */
  shutOut(subject: string): Promise<void>;
  letIn(subject: string): Promise<void>;
}

export interface Opened {
  readonly subject: string;
  /** Somebody has signed in with it. */
  readonly isInUse: boolean;
}

export interface PoolAccount {
  readonly email: string;
  readonly isInUse: boolean;
}

/** As much of an address as tells it from another: `a…@court.example.org`. */
export const masked = (email: string): string => email.replace(/^(.).*(@[^@]*)$/, '$1…$2');
