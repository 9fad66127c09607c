import type * as z from 'zod';
import type { Role, AccountRole } from '../../shared/access/roles.ts';
import type { placeName, part, sessionKind } from '../proposal/contract.ts';
import { heardAs } from './capacities.ts';
import { gates, seatOfGate, type GateName } from './gates.ts';

export type SessionKind = z.infer<typeof sessionKind>;
export type PartKind = z.infer<typeof part>['kind'];
/** A seat, or the rooms. */
export type Place = z.infer<typeof placeName>;

export interface Kind {
  /** Who books, moves and cancels it. */
  readonly bookedBy: readonly AccountRole[];
  /** Seats without which there is no such session. */
  readonly needs: readonly Role[];
  /** Seats that it may have. An interpreter is among them and not needed: who does without one says so. */
  readonly may: readonly Role[];
  /** Whether somebody is heard or visited, who must have a room to sit in. No gate: a room can be found late. */
  readonly needsRoom: boolean;
  /** Shown to those alone who have a seat. */
  readonly confidential: boolean;
  /** Of whom one, other than the one who asks, agrees to a change shortly before the start; nobody: no such rule. */
  readonly approvedBy: readonly AccountRole[];
  /** Whether somebody is summoned to it, so that a judge's order can stand in the place of consent. */
  readonly summons: boolean;
  /** Who of those who have a seat opens its room, lets people in, puts them out and ends it; nobody: it is held elsewhere. */
  readonly runBy: readonly Runner[];
}

/** Of several judges the one who presides. */
export type Runner = 'clerk' | 'judge' | 'support-officer';

/** Who can be with somebody who is heard. */
const besideHer: readonly Role[] = [
  'interpreter',
  'attending-officer',
  'support-person',
  'guardian',
  'technician',
];

const hearing: Kind = {
  bookedBy: ['prosecutor'],
  needs: ['prosecutor', 'clerk', 'support-officer', 'witness'],
  may: besideHer,
  needsRoom: true,
  confidential: false,
  approvedBy: ['prosecutor', 'clerk'],
  summons: false,
  runBy: ['clerk'],
};

/** Both sides of a hearing before a court, and who may listen. */
const sides: readonly Role[] = [
  'defence-counsel',
  'victim-counsel',
  'accused',
  'custody-officer',
  'observer',
];

/** Before a court: a judge presides, others sit, and whoever keeps the court's calendar books. */
const court: Kind = {
  ...hearing,
  bookedBy: ['clerk', 'judge'],
  needs: ['judge', 'clerk', 'prosecutor', 'support-officer', 'witness'],
  may: [...besideHer, ...sides, 'expert'],
  approvedBy: ['judge', 'clerk', 'prosecutor'],
  summons: true,
  runBy: ['clerk', 'judge'],
};

/** With the witness, and not for the case: nobody asks about it. */
const visit: Kind = {
  ...hearing,
  bookedBy: ['support-officer', 'prosecutor'],
  needs: ['support-officer', 'witness'],
  approvedBy: ['prosecutor', 'support-officer'],
  runBy: ['support-officer'],
};

/**
 * What each kind of session is; its gates stand with the gates (gates.ts). An investigation's interview is the prosecutor's,
 * a court's hearings are its clerk's and judge's, and what prepares the witness or sees to them afterwards is the support
 * officer's. A deposition is heard by a judge before anybody is charged, as section 31 of Thailand's act against trafficking
 * has it: the defence may be heard. Central authorities meet each other without anybody who is heard, and in confidence
 * (principle 17).
 */
export const kinds: Readonly<Record<SessionKind, Kind>> = {
  interview: hearing,
  deposition: court,
  testimony: court,
  expert: {
    ...court,
    needs: ['judge', 'clerk', 'prosecutor', 'expert'],
    may: ['interpreter', 'attending-officer', 'technician', ...sides],
    // An expert comes from their own office.
    needsRoom: false,
  },
  rehearsal: {
    ...hearing,
    bookedBy: ['support-officer', 'prosecutor'],
    approvedBy: ['prosecutor', 'clerk', 'support-officer'],
    // The officer opens it, and the clerk can, so as to rehearse that too.
    runBy: ['support-officer', 'clerk'],
  },
  'preparation-visit': visit,
  // Whoever was heard is seen to afterwards, and nobody else has a word in that.
  debrief: { ...visit, bookedBy: ['support-officer'], approvedBy: [] },
  'central-authority-meeting': {
    bookedBy: ['central-authority'],
    needs: ['central-authority'],
    may: [],
    needsRoom: false,
    confidential: true,
    approvedBy: [],
    summons: false,
    runBy: [],
  },
};

/** Whether sessions of this kind have a gate, whoever is heard in them. */
export const hasGate = (kind: SessionKind, gate: GateName): boolean => gates[gate].of[kind];

/**
 * Whether a session of this kind and with these seats waits for a gate: one about a seat that nobody has falls away, and so
 * does one that nobody who is heard is asked for.
 */
export function needsGate(kind: SessionKind, seats: readonly Place[], gate: GateName): boolean {
  const about = seatOfGate(gate);
  return (
    hasGate(kind, gate) &&
    (about === undefined || seats.includes(about)) &&
    heardAs(seats).some((capacity) => gates[gate].capacities[capacity])
  );
}

/** Whoever is with her before and after. Source: domain notes A2, C6. */
const withHer: readonly Place[] = [
  'witness',
  'support-officer',
  'room',
  ...besideHer.filter((seat) => seat !== 'technician'),
];

/** Whether a seat is needed in a part of a session where nothing else was said. */
export const isNeeded = (part: PartKind, place: Place): boolean => part === 'main' || withHer.includes(place);
