import { holdersOf, type CaseWitness, type Member } from '../../cases/port/membership.ts';
import { addMinutes, parseInstant, type Instant } from '../../shared/values/instants.ts';
import { turnAt, type Door } from './door.ts';
import { gates, leadOf, onlyOf, type GateName } from './gates.ts';

/** The published port of `sessions` on who must do what a gate lacks, and by when: what the door shows, and whom messages reach. */

/** What of a case says whose turn it is. */
export interface WhoseTurn {
  readonly members: readonly Member[];
  /** Who is heard in the session. */
  readonly witnesses: readonly CaseWitness[];
  readonly hostState: string;
  readonly requestingState: string;
  /** What the directory knows of somebody; of whoever it does not know nothing is expected. */
  readonly person: (
    personId: string,
  ) => { readonly country: string; readonly disabled?: boolean | undefined } | undefined;
}

/**
 * Whose turn it is at a gate: of the role, and of those alone who may. Of a role that sits in the session, whoever sits; else
 * everybody of the case who has it. Where the host State's authority has nobody of the case, its word comes from paper, and it
 * is the requesting authority's turn.
 */
export function whoseTurn(door: Door, gate: GateName, of: WhoseTurn): readonly Member[] {
  const turn = turnAt(door, gate);
  const able = of.members.filter(({ role, personId, left }) => {
    const person = of.person(personId);
    return role === turn && left === undefined && person !== undefined && person.disabled !== true;
  });
  const from = (country: string) => able.filter(({ personId }) => of.person(personId)?.country === country);
  const only = turn === gates[gate].turn ? onlyOf(gate) : undefined;
  if (only === 'holder') {
    const holders = holdersOf(of.witnesses);
    return able.filter(({ personId }) => holders.includes(personId));
  }
  if (only === 'host-state') {
    return from((gate === 'permission' ? fromPaperBy(of) : undefined) ?? of.hostState);
  }
  const seated = able.filter(({ personId }) => door.seats.some((each) => each.personId === personId));
  return seated.length === 0 ? able : seated;
}

/**
 * The State whose authority enters the host State's word, from its paper: the one that asks, where the host State's authority
 * has nobody of the case. Undefined where it has: then it enters its own.
 */
export function fromPaperBy({
  members,
  hostState,
  requestingState,
  person,
}: Omit<WhoseTurn, 'witnesses'>): string | undefined {
  const isTheirs = ({ role, personId, left }: Member) => {
    const known = person(personId);
    return (
      role === 'central-authority' &&
      left === undefined &&
      known?.country === hostState &&
      known.disabled !== true
    );
  };
  return members.some(isTheirs) ? undefined : requestingState;
}

/** By when a gate is to be open: so many days of 24 hours before the start as its lead says. It warns, and closes nothing. */
export const dueBy = (gate: GateName, { start }: Pick<Door, 'start'>): Instant =>
  addMinutes(parseInstant(start), -leadOf(gate) * 24 * 60);
