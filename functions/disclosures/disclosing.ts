import { isOwnCourt } from '../cases/port/own-court.ts';
import type { CaseFile, Member } from '../cases/port/membership.ts';
import type { Disclosable } from '../custody/port/disclosure.ts';
import type { Head } from '../custody/port/append.ts';
import { isOfClass } from '../custody/port/log-class.ts';
import type { Entry } from '../custody/port/entry.ts';
import type { Staff } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import { parseDoor } from '../sessions/port/door.ts';
import { isShownTo } from '../sessions/port/enter-session.ts';
import { orderers, recipients } from './contract.ts';
import type { Order } from './store.ts';

/** Who orders that something sealed is disclosed, what of it can be, and to whom. */

type File = Pick<CaseFile, 'case' | 'members' | 'self'>;

/**
 * A judge of the case orders alone. Where it has none, it is investigated and no court has it: prosecutor and clerk, who answer for
 * it, do it together. A court of another State orders nothing here.
 */
export function mayOrder(
  { case: opened, members, self }: File,
  { country }: Pick<Staff, 'country'>,
): 'order' | 'ask' | 'nothing' {
  if (!isOwnCourt({ role: self.role, country }, opened)) return 'nothing';
  if (self.role === 'judge') return 'order';
  const isBefore = members.some(({ role }) => role === 'judge');
  return !isBefore && orderers.some((each) => each === self.role) ? 'ask' : 'nothing';
}

/**
 * The member to whom it is to be.
 * @throws {Refusal} `person-not-suitable` for whoever is not of the case, reads nothing disclosed, or orders it themselves
 */
export function recipientOf({ members, self }: Pick<File, 'members' | 'self'>, pseudonym: string): Member {
  const member = members.find((each) => each.pseudonym === pseudonym);
  if (member === undefined || member.personId === self.personId || !mayReceive(member))
    throw new Refusal('person-not-suitable', { seat: member?.role ?? 'observer' });
  return member;
}

export const mayReceive = ({ role }: Pick<Member, 'role'>): boolean =>
  recipients.some((each) => each === role);

/** Whether it is the log of this case, or of a session of it: never of who read something, nor of an agency. */
export const isOfCase = (
  head: Head | undefined,
  { caseId, sessionId }: { readonly caseId: string; readonly sessionId?: string | undefined },
): boolean =>
  head !== undefined &&
  head.caseId === caseId &&
  isOfClass(head, sessionId === undefined ? 'case' : 'session');

/**
 * That whoever orders knows of the session at all: a judge without a seat in it learns nothing of what authorities said in confidence.
 * @throws {Refusal} `not-found` alike for a session that is not there, one of another case, and a confidential one of others
 */
export function assertKnowsOf(item: unknown, caseId: string, staff: Staff): void {
  const door = item === undefined ? undefined : parseDoor(item);
  if (door?.caseId !== caseId || !isShownTo(door, staff)) throw new Refusal('not-found');
}

/**
 * That an entry seals these fields and they are among those that can be disclosed: never where somebody is or who they are, which
 * no action says of any field.
 * @throws {Refusal} `does-not-fit` alike for an entry that is not there, a field that it does not seal, and one that stays sealed
 */
export function assertDisclosable(
  found: { readonly entry: Entry; readonly disclosable?: Disclosable | undefined } | undefined,
  fields: readonly string[],
): { readonly entry: Entry; readonly disclosable: Disclosable } {
  const { entry, disclosable } = found ?? {};
  const can = (field: string) =>
    disclosable?.fields.includes(field) === true && entry?.sealed?.[field] !== undefined;
  const errors = fields.flatMap((field, n) =>
    can(field)
      ? []
      : [{ pointer: `/fields/${n}`, message: 'This entry has no such field that can be disclosed.' }],
  );
  if (entry === undefined || disclosable === undefined || errors.length > 0)
    throw new Refusal('does-not-fit', {}, errors);
  return { entry, disclosable };
}

/** What an entry is about, so that those who answer for somebody are told that something about them is disclosed. */
export function aboutOf({ subject, details }: Entry, caseId: string) {
  const whom = details['protected'];
  return {
    subject: subject ?? { kind: 'case', ref: caseId },
    ...(typeof whom === 'string' ? { protected: whom } : {}),
  };
}

/**
 * The second person agrees to what the first asked, as it was asked.
 * @throws {Refusal} `nothing-to-decide` for what does not wait; `second-agency-needed` for the first, for a colleague of theirs and for
 * whoever it is disclosed to
 */
export function assertMayAgree({ state, orderedBy, to }: Order, self: Member, agencyId: string): void {
  if (state !== 'asked') throw new Refusal('nothing-to-decide');
  if (self.role === orderedBy.role || agencyId === orderedBy.agencyId || to.personId === self.personId)
    throw new Refusal('second-agency-needed');
}

/** @throws {Refusal} `nothing-to-decide` */
export function assertCanBeLifted({ state }: Order): void {
  if (state === 'lifted') throw new Refusal('nothing-to-decide');
}

/** Whether this member reads by an order: the one whom it names, as what they were then, while it stands. */
export const readsBy = (
  { state, to }: Order,
  { personId, role }: Pick<Member, 'personId' | 'role'>,
): boolean => state === 'stands' && to.personId === personId && to.role === role;
