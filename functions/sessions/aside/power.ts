import { conflictsKey, parseConflicts } from '../../cases/port/must-not-interpret.ts';
import { standingKeys, standingsIn } from '../../cases/port/standing.ts';
import { headKey } from '../../custody/port/append.ts';
import { parsePerson, personKey } from '../../directory/port/actor.ts';
import { Refusal } from '../../shared/refusals.ts';
import { instantOf } from '../../shared/values/instants.ts';
import type { KnownSession, LoadedSession } from '../changing/loaded-session.ts';
import { permittedIn } from '../port/door.ts';
import { asidePowers, type GateName } from '../port/gates.ts';
import { hasAsidePower } from '../port/set-aside.ts';
import { followingOf } from '../port/standing.ts';

/** Who may set a gate aside and take that back, and the door as it is then. */

/** What is read along to set a gate aside, or to take that back. */
export const asideKeys = ({ session: { caseId }, door }: KnownSession, personId: string) => [
  headKey(caseId),
  personKey(personId),
  conflictsKey(caseId),
  ...standingKeys(caseId, permittedIn(door)),
];

/**
 * @throws {Refusal} `never-set-aside` for a gate that nobody may; `not-your-role` for whoever does not have the power in this
 * session
 */
export function assertPower(
  { found, viewpoint: { hostState }, door }: LoadedSession,
  gate: GateName,
  personId: string,
): void {
  if (asidePowers(gate).length === 0) throw new Refusal('never-set-aside');
  if (!hasAsidePower(gate, parsePerson(found(personKey(personId))), { hostState }, door))
    throw new Refusal('not-your-role');
}

/** The door as what stands makes it, whether it has followed or not. */
export function asItStands({ door, session, found, witnesses: heard }: LoadedSession, now: Date) {
  const standings = standingsIn(found, session.caseId, permittedIn(door));
  const conflicts = parseConflicts(found(conflictsKey(session.caseId)));
  const followed = followingOf(door, { standings, conflicts, heard }, instantOf(now.getTime()));
  return { door: { ...door, ...followed }, standings };
}
