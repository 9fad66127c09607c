import type { Case } from '../../cases/port/membership.ts';
import type { Role } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import { gates, onlyOf, type GateName } from './gates.ts';

/** Who may open a gate: a role is not enough where it is the word of one State, or of the one who holds contact. */

/** Whoever asks. Of which State somebody is, the directory alone says. */
export interface Opener {
  readonly personId: string;
  readonly role: Role;
  readonly country?: string;
}

/** What of a case says who may; what the gate does not go by can be left out, and what is not there lets nobody. */
export type WhoseCase = Partial<
  Pick<Case, 'hostState'> & {
    readonly holders: readonly string[];
    /** Whose authority enters the host State's word from paper (whose-turn.ts); absent where its own does. */
    readonly fromPaperBy: string | undefined;
  }
>;

export function mayOpen(gate: GateName, opener: Opener, { hostState, holders = [] }: WhoseCase): boolean {
  if (gates[gate].turn !== opener.role) return false;
  const only = onlyOf(gate);
  if (only === 'host-state') return hostState !== undefined && opener.country === hostState;
  return only === undefined || holders.includes(opener.personId);
}

/** @throws {Refusal} `not-your-role` */
export function assertMayOpen(gate: GateName, opener: Opener, of: WhoseCase): void {
  if (!mayOpen(gate, opener, of)) throw new Refusal('not-your-role');
}
