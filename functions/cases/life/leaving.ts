import { Refusal } from '../../shared/refusals.ts';
import { isCounsel, type Role } from '../../shared/access/roles.ts';
import type { Person } from '../../directory/port/actor.ts';
import type { Door } from '../../sessions/port/door.ts';
import type { CaseFile, Member } from '../port/membership.ts';

/** Who may leave a case, who may take somebody out of it, and what must be done before. */

/** Roles of which anybody answers for the people of their agency in a case. */
const answersForColleagues: readonly Role[] = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'central-authority',
  'judge',
];

/** Somebody of a case, and their agency. */
export interface Placed {
  readonly member: Pick<Member, 'personId' | 'role' | 'untaken'>;
  readonly agencyId: string | undefined;
}

/**
 * Everybody leaves by themselves; a colleague takes out whoever is of the same agency; the court takes out counsel, and its
 * clerk, who calls interpreters, an interpreter. Whoever is of another agency came by the prosecutor's word, and goes by it as long
 * as that agency has not taken the case: somebody was meant who is not this one.
 * @param by with whether they are of no court of another State, as `isOwnCourt` says
 */
export function mayTakeOut(by: Placed & { readonly ownCourt: boolean }, whom: Placed): boolean {
  const { role } = by.member;
  if (by.member.personId === whom.member.personId) return true;
  if (whom.member.untaken === true && role === 'prosecutor') return true;
  if (isCounsel(whom.member.role)) return by.ownCourt && (role === 'clerk' || role === 'judge');
  if (whom.member.role === 'interpreter' && role === 'clerk' && by.ownCourt) return true;
  return answersForColleagues.includes(role) && by.agencyId !== undefined && by.agencyId === whom.agencyId;
}

/**
 * @param leaving members of the case, together
 * @param toCome doors of its sessions that are still to come
 * @throws {Refusal} `still-needed` with the sessions in which they have a seat, those whom they hold contact with, and whether
 * nobody would prosecute any more
 */
export function assertMayGo(
  leaving: readonly Member[],
  { members, witnesses }: Pick<CaseFile, 'members' | 'witnesses'>,
  toCome: readonly Door[],
): void {
  const goes = ({ pseudonym }: Pick<Member, 'pseudonym'>) =>
    leaving.some((each) => each.pseudonym === pseudonym);
  const held = witnesses.filter(({ holder }) => leaving.some(({ personId }) => personId === holder));
  const sessions = toCome.filter(({ seats }) => seats.some(goes));
  const prosecutors = members.filter(({ role }) => role === 'prosecutor');
  const lastProsecutor = prosecutors.length > 0 && prosecutors.every(goes);
  if (held.length === 0 && sessions.length === 0 && !lastProsecutor) return;
  throw new Refusal('still-needed', {
    sessions: sessions.map(({ sessionId }) => sessionId),
    witnesses: held.map(({ pseudonym }) => pseudonym),
    lastProsecutor,
  });
}

/** Of which agency each is, by person id. */
export const agenciesOf = (people: readonly Person[]): ReadonlyMap<string, string> =>
  new Map(people.map(({ personId, agencyId }) => [personId, agencyId]));
