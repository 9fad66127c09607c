import type * as z from 'zod';
import type { gateState } from '../contract.ts';
import { hasGate, kinds, needsGate, type Place, type SessionKind } from './kinds.ts';
import { beginsAs, gateNames, gates as everyGate, seatOfGate, type GateName } from './gates.ts';

/**
 * How the gates of a stored door are read. The list of gates is closed, and what is stored may be older or newer than the
 * list: whatever does not agree with it keeps the door closed, and can still be read.
 */

export type GateState = z.infer<typeof gateState>;
/** `not-needed`: for that kind of session there is no such gate; it then never closes the door. */
export type GateStates = Readonly<Record<GateName, GateState | 'not-needed'>>;

interface StoredDoor {
  /** Older doors do not say. */
  readonly kind?: SessionKind | undefined;
  readonly gates: Readonly<Record<string, string>>;
  readonly seats: readonly { readonly seat: Place }[];
}

/**
 * Every gate that there is. One that came after the door was stored stands as gates begin where its kind needs it. A gate of which
 * we do not know the name stays in it as it is, so that no change of another one takes it away.
 */
export function readGates(door: StoredDoor): GateStates {
  const read = gateNames.map((gate) => [gate, stateOf(door, gate)] as const);
  return { ...door.gates, ...(Object.fromEntries(read) as GateStates) };
}

function stateOf(door: StoredDoor, gate: GateName): GateState | 'not-needed' {
  const state = door.gates[gate];
  if (state === 'open' || state === 'refused' || state === 'not-needed') return state;
  if (state === undefined) return mayNeed(door, gate) ? beginsAs(gate) : 'not-needed';
  return state === beginsAs(gate) ? beginsAs(gate) : 'missing';
}

/** Whether a session of this door's kind needs the gate; where the kind is not sure, whether one of them does. */
function mayNeed(door: StoredDoor, gate: GateName): boolean {
  const possible = kindsOf(door);
  const seats = door.seats.map(({ seat }) => seat);
  return possible.length === 0 || possible.some((kind) => needsGate(kind, seats, gate));
}

/** The kinds that a session can be, by its door: the one that it says, or else those with these gates. */
export const kindsOf = ({ kind, gates }: Pick<StoredDoor, 'kind' | 'gates'>): readonly SessionKind[] =>
  kind === undefined
    ? everyKind.filter((each) => gateNames.every((gate) => agrees(each, gate, gates[gate])))
    : [kind];

const everyKind = Object.keys(kinds) as readonly SessionKind[];

/** A gate about a seat falls away where nobody has the seat, whatever the kind. */
const agrees = (kind: SessionKind, gate: GateName, state: string | undefined): boolean =>
  state === undefined ||
  (state === 'not-needed' ? !hasGate(kind, gate) || seatOfGate(gate) !== undefined : hasGate(kind, gate));

/** Whether a gate in this state keeps the door closed. */
const keepsClosed = (state: GateState | 'not-needed'): boolean => state === 'missing' || state === 'refused';

/** The gates that keep a door closed, as far as they have a name. @param aside those that are set aside */
export const closedGates = (states: GateStates, aside: readonly GateName[] = []): readonly GateName[] =>
  gateNames.filter((gate) => keepsClosed(states[gate]) && !aside.includes(gate));

/** Whether nothing keeps it closed, not even a gate whose name we do not know. */
export const everyOneOpen = (states: GateStates, aside: readonly GateName[] = []): boolean =>
  closedGates(states, aside).length === 0 && Object.keys(states).every((name) => name in everyGate);
