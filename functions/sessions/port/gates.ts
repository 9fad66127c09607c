import type { Role } from '../../shared/access/roles.ts';

interface Gate {
  /** Whose turn it is to open it. */
  readonly turn: Role;
  /** The seat that it is about; a session in which nobody has that seat does not have the gate. */
  readonly seat?: Role;
  /** The message that chases it before the session while it is missing; without one, the session's page says whose turn it is. */
  readonly chase?: string;
}

/**
 * The gates on a session's door, in the order in which they are usually opened. Each is opened by its own capability; which
 * of them a session has, its kind says (see kinds.ts). Source: the story; domain notes C1, C2, C5.
 */
export const gates = {
  permission: { turn: 'central-authority' },
  attendingOfficer: { turn: 'central-authority' },
  consent: { turn: 'support-officer' },
  riskPlan: { turn: 'support-officer' },
  interpreter: { turn: 'clerk', seat: 'interpreter', chase: 'interpreter-missing' },
} as const satisfies Readonly<Record<string, Gate>>;

export type GateName = keyof typeof gates;
export const gateNames = Object.keys(gates) as readonly GateName[];

/** The seat that a gate is about, if it is about one. */
export const seatOfGate = (gate: GateName): Role | undefined => (gates[gate] satisfies Gate as Gate).seat;

export type GateChase = Extract<(typeof gates)[GateName], { readonly chase: string }>['chase'];
/** The gates that are chased, each with its message. */
export const chasedGates: readonly { readonly gate: GateName; readonly chase: GateChase }[] =
  gateNames.flatMap((gate) => {
    const { chase } = gates[gate] satisfies Gate as Gate & { readonly chase?: GateChase };
    return chase === undefined ? [] : [{ gate, chase }];
  });
