import type { Role } from '../../shared/access/roles.ts';
import type { Capacity } from '../../shared/values/capacities.ts';
import type { SessionKind } from './kind-names.ts';

/** `host-state`: an authority of the State in which the witness is. `holder`: the officer who holds contact with the witness. */
export const onlyNames = ['host-state', 'holder'] as const;
export type Only = (typeof onlyNames)[number];

/** Of a role, who may set a gate aside: an authority of the host State, or the judge who presides. */
export interface AsidePower {
  readonly by: Role;
  readonly only: 'host-state' | 'presides';
}

interface Gate {
  /** Whose turn it is to open it, unless what stands says whose it is now. */
  readonly turn: Role;
  /** Who of that role alone; anybody of it unless said. */
  readonly only?: Only;
  /** Which kinds of session wait for it. */
  readonly of: Readonly<Record<SessionKind, boolean>>;
  /** With whom, by the capacity in which they are heard. */
  readonly capacities: Readonly<Record<Capacity, boolean>>;
  /** The seat that it is about; a session in which nobody has that seat does not have the gate. */
  readonly seat?: Role;
  /** How it stands while nothing was decided about it; `missing` unless said. */
  readonly begins?: 'untested';
  /** The message that chases it before the session while it is missing; without one, the session's page says whose turn it is. */
  readonly chase?: string;
  /** Days before the session by which it is to be open; `usualLead` unless said. It warns, and closes nothing. */
  readonly lead?: number;
  /** Who may set it aside while it is missing, with a reason; nobody unless said (infra/decisions/gates-set-aside.md). */
  readonly aside?: readonly AsidePower[];
}

/** Where somebody is heard or visited, they are safe, and understand. */
const withSomebody = {
  interview: true,
  deposition: true,
  testimony: true,
  expert: true,
  rehearsal: true,
  debrief: true,
  'preparation-visit': true,
  'central-authority-meeting': false,
};

/**
 * What somebody does of their own will. In a visit consent may be what is explained, so it cannot wait for that; and nobody who
 * takes it back is left alone afterwards.
 */
const ofOwnWill = { ...withSomebody, 'preparation-visit': false, debrief: false };

/**
 * No testimony is given around a hearing, so nothing there waits for the host State's permission or for its officer, and nothing
 * there is tried out before.
 */
const testimony = { ...withSomebody, rehearsal: false, debrief: false, 'preparation-visit': false };

const everybody = { victim: true, witness: true, child: true, expert: true, accused: true };

/** Whoever comes of their own will: an expert and an accused come by their office. */
const notByOffice = { ...everybody, expert: false, accused: false };

/** Whom a plan is made for: those who suffered, and every child (guiding principle 20). Who else counts so says capacities.ts. */
const whoeverSuffered = { ...notByOffice, witness: false };

/**
 * The gates on a session's door, in the order in which they are usually opened, each by its own capability: one table of which
 * apply, by the kind of session and the capacity of whoever is heard. Source: the story; domain notes C1, C2, C5; its leads C6.
 */
export const gates = {
  permission: {
    turn: 'central-authority',
    only: 'host-state',
    of: testimony,
    capacities: everybody,
    lead: 14,
    aside: [{ by: 'central-authority', only: 'host-state' }],
  },
  attendingOfficer: {
    turn: 'central-authority',
    only: 'host-state',
    of: testimony,
    capacities: everybody,
    lead: 14,
    aside: [
      { by: 'judge', only: 'presides' },
      { by: 'central-authority', only: 'host-state' },
    ],
  },
  consent: { turn: 'support-officer', only: 'holder', of: ofOwnWill, capacities: notByOffice },
  riskPlan: { turn: 'support-officer', only: 'holder', of: withSomebody, capacities: whoeverSuffered },
  interpreter: {
    turn: 'clerk',
    of: withSomebody,
    capacities: everybody,
    seat: 'interpreter',
    chase: 'interpreter-missing',
    lead: 14,
    aside: [{ by: 'judge', only: 'presides' }],
  },
  // A test that failed closes it until one passes; where nobody tested, that is said and closes nothing.
  rehearsal: {
    turn: 'support-officer',
    only: 'holder',
    of: testimony,
    capacities: everybody,
    begins: 'untested',
  },
} as const satisfies Readonly<Record<string, Gate>>;

export type GateName = keyof typeof gates;
export const gateNames = Object.keys(gates) as readonly GateName[];

/** The seat that a gate is about, if it is about one. */
export const seatOfGate = (gate: GateName): Role | undefined => (gates[gate] satisfies Gate as Gate).seat;

/** How a gate stands while nothing was decided about it. */
export const beginsAs = (gate: GateName): 'missing' | 'untested' =>
  (gates[gate] satisfies Gate as Gate).begins ?? 'missing';

/** Whether a gate is asked of some who are heard, and not of others. */
export const isByCapacity = (gate: GateName): boolean =>
  Object.values<boolean>(gates[gate].capacities).includes(false);

/** Who of those whose turn it is may open a gate, where not everybody of that role may. */
export const onlyOf = (gate: GateName): Only | undefined => (gates[gate] satisfies Gate as Gate).only;

/** Days before a session by which a gate is to be open: before people meet to rehearse. Source: domain notes C6. */
const usualLead = 7;
export const leadOf = (gate: GateName): number => (gates[gate] satisfies Gate as Gate).lead ?? usualLead;

/** Who may set a gate aside. */
export const asidePowers = (gate: GateName): readonly AsidePower[] =>
  (gates[gate] satisfies Gate as Gate).aside ?? [];

export type GateChase = Extract<(typeof gates)[GateName], { readonly chase: string }>['chase'];
/** The gates that are chased, each with its message. */
export const chasedGates: readonly { readonly gate: GateName; readonly chase: GateChase }[] =
  gateNames.flatMap((gate) => {
    const { chase } = gates[gate] satisfies Gate as Gate & { readonly chase?: GateChase };
    return chase === undefined ? [] : [{ gate, chase }];
  });
