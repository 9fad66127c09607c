import type { Instant } from '../shared/values/instants.ts';
import type { Role } from '../shared/access/roles.ts';

/** What somebody was last told waits for them. */
export interface Turned {
  readonly seat: Role;
  readonly pseudonym: string;
  readonly personId: string;
  readonly gates: readonly string[];
  /** When something was last added. */
  readonly since: Instant;
  /** Counts the messages. */
  readonly round: number;
}
