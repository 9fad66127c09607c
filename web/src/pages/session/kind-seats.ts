import type { Role, AccountRole } from '../../../../functions/shared/access/roles.ts';
import { sessionKind } from '../../../../functions/sessions/proposal/contract.ts';
import { kinds, type SessionKind } from '../../../../functions/sessions/port/kinds.ts';

/** What the pages need to know of the kinds of session. */

/** The kinds that somebody of a role books. */
export const kindsFor = (role: AccountRole): readonly SessionKind[] =>
  sessionKind.options.filter((kind) => kinds[kind].bookedBy.includes(role));

/**
 * The kinds that somebody may look for a time for: first those that they book, then whatever is not confidential.
 * @param ownCourt as the service says it of the reader and the case: a court's hearings are no other court's
 */
export const kindsToLookFor = (role: AccountRole, ownCourt: boolean): readonly SessionKind[] => {
  const own = kindsFor(role);
  return [
    ...(ownCourt ? own : []),
    ...sessionKind.options.filter((kind) => !own.includes(kind) && !kinds[kind].confidential),
  ];
};

/** Whether a session of that kind has, or can have, such a seat. */
export const kindHasSeat = (kind: SessionKind, seat: Role): boolean =>
  kinds[kind].needs.includes(seat) || kinds[kind].may.includes(seat);

/** Whether somebody of a role opens its room and lets people in. */
export const runs = (kind: SessionKind, role: AccountRole): boolean =>
  kinds[kind].runBy.some((each) => each === role);

/** Whether it is held here, in a room of ours: wherever somebody is heard. */
export const isHeldHere = (kind: SessionKind): boolean => isHearing(kind) || kindHasSeat(kind, 'expert');

/** Whether a witness is heard or visited, so that there can be time with her before and after. */
export const isHearing = (kind: SessionKind): boolean => kindHasSeat(kind, 'witness');
