import { readAgencies } from '../../directory/port/keeping.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Case } from './membership.ts';

/**
 * The published port of `cases` on whose people and rooms a case may know by name. Whoever opens a case types its members,
 * so that somebody is a member says nothing until the own agency has taken the case. Before that, nothing is answered of
 * its people and rooms but how many of them could come, by half days (availability/port/half-days.ts). Search, preview,
 * booking and what is offered instead ask here and nowhere else. Why it is so: infra/decisions/agencies-take-a-case.md.
 */

type Taken = Pick<Case, 'takenBy'>;

/** Whether an agency took the case; of one that was opened before agencies did, those of its members all have. */
export const hasTaken = ({ takenBy }: Taken, agencyId: string): boolean =>
  takenBy === undefined || takenBy.includes(agencyId);

/** Whether the people and rooms of an agency may be known by name. */
export type KnownByName = (agencyId: string) => boolean;

/**
 * Known by name are those of an agency that took the case, or of whose calendars one that did is the keeper: whoever
 * interprets has no account, and whoever engages them answers for them. And nobody is a stranger to the own agency.
 * Where an agency is neither, its keepers are read: one round, whatever the number of agencies.
 */
export async function knownByNameIn(
  store: Store,
  opened: Taken,
  viewer: { readonly agencyId: string },
  agencyIds: readonly string[],
): Promise<KnownByName> {
  const takes = (agencyId: string) => agencyId === viewer.agencyId || hasTaken(opened, agencyId);
  const others = [...new Set(agencyIds)].filter((agencyId) => !takes(agencyId));
  const keepers = await readAgencies(store, others);
  const kept = new Set(others.filter((agencyId) => keepers.get(agencyId)?.keptBy?.some(takes) === true));
  return (agencyId) => takes(agencyId) || kept.has(agencyId);
}
