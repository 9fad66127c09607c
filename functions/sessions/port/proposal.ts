import type * as z from 'zod';
import type { Role } from '../../shared/access/roles.ts';
import type { InterpretingMode } from '../../shared/values/interpreting.ts';
import type { part } from '../proposal/contract.ts';
import type { SessionKind } from './kinds.ts';

/** What is wished for: a session's time, people and rooms before any of it is booked. */

/** A part of a day. */
export type Part = z.infer<typeof part>;

/** The wall time at which a day begins, `YYYY-MM-DDTHH:mm[:ss]`, and which of two, where it comes twice. */
export interface ProposedDay {
  readonly local: string;
  readonly offset?: string | undefined;
}

/** What somebody means by "half past nine in Bangkok, for two hours". */
export interface ProposedTime {
  readonly zone: string;
  readonly days: readonly ProposedDay[];
  /** Of each day. */
  readonly parts: readonly Part[];
}

/** What is to be booked, as the rules take it; the shape that is sent stands in proposal/contract.ts. */
export interface Proposal extends ProposedTime {
  readonly caseId: string;
  readonly kind: SessionKind;
  /** People by their ids, whoever is heard by the party of the case. */
  readonly seats: readonly { readonly seat: Role; readonly ids: readonly string[] }[];
  readonly rooms?: readonly string[] | undefined;
  readonly mode?: InterpretingMode | undefined;
  /** Said where nobody interprets, since nobody has to. */
  readonly interpreting?: 'not-needed' | undefined;
}
