import type { CaseFile, Member } from '../../cases/port/membership.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { whyKeptOut } from '../contract.ts';
import {
  nothingOrdered,
  protectionOf,
  sameMeasures,
  type OfCase,
  type Ordered,
  type Planned,
} from '../../orders/port/measures.ts';

/**
 * The published port of `sessions` on whom somebody may meet in a session, as a pure rule of who has a seat. Booking, the door
 * and a pass go by it; what is said of it to whom, says `shownTo`.
 */

/** Whose somebody is who comes for somebody else: counsel their client's, a support person the one's whom they come with. */
export type Companion = Pick<Member, 'pseudonym' | 'for'>;

/** Whom counsel represents has one of these seats. */
const clientSeats: Partial<Readonly<Record<Role, Role>>> = {
  'defence-counsel': 'accused',
  'victim-counsel': 'witness',
};

/**
 * Counsel comes with whom they represent: where others have the seat of such a client and theirs does not, the session is none
 * of theirs. Where nobody has it, they come alone.
 */
export function sitsWithClient(
  me: OfCase,
  seats: readonly OfCase[],
  companions: readonly Companion[],
): boolean {
  const client = companions.find(({ pseudonym }) => pseudonym === me.pseudonym)?.for;
  const there = seats.filter(({ seat }) => seat === clientSeats[me.seat]);
  return client === undefined || there.length === 0 || there.some(({ pseudonym }) => pseudonym === client);
}

/** Whether somebody may be in one room with somebody else as both are, as far as the other is protected from them. */
export const mayMeet = (
  planned: readonly Planned[],
  ordered: readonly Ordered[],
  one: OfCase,
  from: OfCase,
): boolean => sameMeasures(protectionOf(planned, ordered, one, from), nothingOrdered);

type Reason = (typeof whyKeptOut)[number];

/** Why two may not meet; what everybody may know comes before what a plan asks. */
export function whyApart(
  planned: readonly Planned[],
  ordered: readonly Ordered[],
  one: OfCase,
  from: OfCase,
): Extract<Reason, 'accused-side' | 'order' | 'plan'> | undefined {
  if (mayMeet(planned, ordered, one, from)) return undefined;
  if (mayMeet([], ordered, one, from)) return 'plan';
  const isOrdered = ordered.some((each) => each.protected === one.pseudonym && each.from === from.pseudonym);
  return isOrdered ? 'order' : 'accused-side';
}

/** Somebody who has a seat and no way into the room. */
export interface KeptOut {
  readonly seat: Role;
  readonly pseudonym: string;
  readonly why: Reason;
  /** Who is protected from them, where it is that. */
  readonly protects?: string;
  /** They follow from a room of their own (one-room.ts). */
  readonly ownRoom?: true;
}

/** What somebody may know of it: who is kept out and why; or only that something is to be asked of the one who holds contact. */
export interface ShownOfRoom {
  readonly keptOut: Omit<KeptOut, 'protects'>[];
  readonly unsaid: boolean;
}

/**
 * Of those who are kept out, whom somebody of the case may know. Whom a plan names, the one who holds contact knows, and the judge
 * who rules on it; what a court ordered, whoever runs the case in court too. To everybody else it is not said who, nor whether one
 * or several: only that the one who holds contact is to be asked.
 */
export function shownTo(
  { self, witnesses }: Pick<CaseFile, 'self' | 'witnesses'>,
  keptOut: readonly KeptOut[],
): ShownOfRoom {
  const holds = (pseudonym: string | undefined) =>
    witnesses.some((each) => each.pseudonym === pseudonym && each.holder === self.personId);
  const inCourt = ['judge', 'prosecutor', 'clerk'].includes(self.role);
  const mayKnow = ({ why, protects, pseudonym }: KeptOut): boolean => {
    if (why === 'client' || why === 'accused-side') return true;
    // Whom a plan names must not learn that it does, whoever they are.
    if (why === 'plan' && pseudonym === self.pseudonym) return false;
    if (holds(protects) || self.role === 'judge') return true;
    return why !== 'plan' && inCourt;
  };
  const known = keptOut.filter(mayKnow).map(({ protects: _hers, ...each }) => each);
  return {
    keptOut: known.filter(
      (each, at) => known.findIndex(({ pseudonym }) => pseudonym === each.pseudonym) === at,
    ),
    unsaid: keptOut.some((each) => !mayKnow(each)),
  };
}
