import type * as z from 'zod';
import type { Role, StaffRole } from '../../shared/access/roles.ts';
import type { placeName, part, sessionKind } from '../proposal/contract.ts';
import { gates, seatOfGate, type GateName } from './gates.ts';

export type SessionKind = z.infer<typeof sessionKind>;
export type PartKind = z.infer<typeof part>['kind'];
/** A seat, or the rooms. */
export type Place = z.infer<typeof placeName>;

export interface Kind {
  /** Who books, moves and cancels it. */
  readonly bookedBy: readonly StaffRole[];
  /** Seats without which there is no such session. */
  readonly needs: readonly Role[];
  /** Seats that it may have. An interpreter is among them and not needed: who does without one says so. */
  readonly may: readonly Role[];
  /** Whether somebody is heard or visited, who must have a room to sit in. No gate: a room can be found late. */
  readonly needsRoom: boolean;
  /** Shown to those alone who have a seat. */
  readonly confidential: boolean;
  /** Of whom one, other than the one who asks, agrees to a change shortly before the start; nobody: no such rule. */
  readonly approvedBy: readonly StaffRole[];
}

const hearing: Kind = {
  bookedBy: ['prosecutor'],
  needs: ['prosecutor', 'clerk', 'support-officer', 'witness'],
  may: ['interpreter', 'attending-officer'],
  needsRoom: true,
  confidential: false,
  approvedBy: ['prosecutor', 'clerk'],
};

/**
 * What each kind of session is; its gates stand with the gates (gates.ts). Central authorities meet each other without
 * anybody who is heard, and in confidence (principle 17).
 */
export const kinds: Readonly<Record<SessionKind, Kind>> = {
  interview: hearing,
  deposition: hearing,
  rehearsal: hearing,
  'preparation-visit': {
    ...hearing,
    bookedBy: ['support-officer', 'prosecutor'],
    needs: ['support-officer', 'witness'],
    may: ['interpreter', 'attending-officer'],
    approvedBy: ['prosecutor', 'support-officer'],
  },
  'central-authority-meeting': {
    bookedBy: ['central-authority'],
    needs: ['central-authority'],
    may: [],
    needsRoom: false,
    confidential: true,
    approvedBy: [],
  },
};

/** Whether sessions of this kind have a gate, as far as the kind alone says. */
export const hasGate = (kind: SessionKind, gate: GateName): boolean => gates[gate].of[kind];

/** Whether a session of this kind and with these seats waits for a gate: one about a seat that nobody has falls away. */
export function needsGate(kind: SessionKind, seats: readonly Place[], gate: GateName): boolean {
  const about = seatOfGate(gate);
  return hasGate(kind, gate) && (about === undefined || seats.includes(about));
}

/** Whoever is with her before and after. Source: domain notes A2, C6. */
const withHer: readonly Place[] = ['witness', 'support-officer', 'interpreter', 'attending-officer', 'room'];

/** Whether a seat is needed in a part of a session where nothing else was said. */
export const isNeeded = (part: PartKind, place: Place): boolean => part === 'main' || withHer.includes(place);
