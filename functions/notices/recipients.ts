import { isPartySeat, type Role } from '../shared/access/roles.ts';
import { resolveUiLanguage, type UiLanguage } from '../shared/values/languages.ts';
import { witnessOf, type CaseWitness, type Member } from '../cases/port/membership.ts';
import { isInTheOpen, type Person } from '../directory/port/actor.ts';
import { isRunBy, type Door } from '../sessions/port/door.ts';
import type { Audience } from './wording.ts';

/** A seat of a session, and who is written to about it. */
export interface Holder {
  readonly seat: Role;
  readonly pseudonym: string;
  /** Person of the directory who reads the message; absent where nobody can be found. */
  readonly personId?: string | undefined;
  /** Role of the officer who passes it on. */
  readonly through?: Role | undefined;
}

/** The same, with what the directory knows of the reader. */
export interface Recipient extends Holder {
  readonly audience: Audience;
  /** Where the holder of the seat lives: what of clocks concerns the seat goes by it. */
  readonly zone: string;
  /** By whose clock the message gives times: that of whoever reads it. */
  readonly clock: string;
  readonly language: UiLanguage;
  /** Whether everybody of the case may know by which clock the holder of the seat lives. */
  readonly inTheOpen: boolean;
  /** False for somebody whose account was closed. */
  readonly active: boolean;
}

export const sameSeat = (one: Holder, other: Holder): boolean =>
  one.seat === other.seat && one.pseudonym === other.pseudonym;

/**
 * Who is written to about each seat. The witness never is: what reaches them goes through the officer who holds contact
 * with them, who knows when and how they can be spoken to (safe-contact rule). Whoever comes by invitation is known to the
 * door by pseudonym alone; the case knows who that is. Parties of the case are known to nobody but the office: the clerk, who
 * invites them, tells them; where there is none, as in a visit, whoever runs the session.
 */
export const holdersOf = (
  door: Door,
  members: readonly Member[],
  witnesses: readonly CaseWitness[],
): readonly Holder[] =>
  door.seats.map(({ seat, pseudonym, personId }) => {
    if (seat === 'witness') {
      const { holder } = witnessOf({ witnesses }, pseudonym);
      return { seat, pseudonym, personId: holder, through: 'support-officer' };
    }
    if (isPartySeat(seat)) {
      const tells =
        door.seats.find((each) => each.seat === 'clerk') ?? door.seats.find((each) => isRunBy(door, each));
      return { seat, pseudonym, personId: tells?.personId, through: tells?.seat ?? 'clerk' };
    }
    const member = members.find((each) => each.pseudonym === pseudonym);
    return { seat, pseudonym, personId: personId ?? member?.personId };
  });

/** @param person what the directory knows of the reader */
export function recipientOf(
  holder: Holder,
  person: Person | undefined,
  witnesses: readonly CaseWitness[],
): Recipient {
  const { seat, through } = holder;
  const witness = seat === 'witness' ? witnessOf({ witnesses }, holder.pseudonym) : undefined;
  const clock = person?.zone ?? 'UTC';
  return {
    ...holder,
    audience: through !== undefined ? 'officer' : seat === 'interpreter' ? 'invitation' : 'account',
    zone: witness?.zone ?? clock,
    clock,
    inTheOpen: witness === undefined ? person === undefined || isInTheOpen(person) : !witness.protected,
    language: resolveUiLanguage(person === undefined ? [] : [person.language]),
    active: person !== undefined && person.disabled !== true,
  };
}
