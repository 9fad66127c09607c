import type { Instant } from '../../../../functions/shared/values/instants.ts';
import { localOf } from '../../../../functions/shared/values/zones.ts';
import { laterOnTheWall, type Proposal } from '../../parts/proposal.ts';
import type { Override } from '../../parts/time-problem.tsx';
import { proposedIn, type Fits, type SearchContext, type WantedSession } from './wanted-session.ts';

/** What somebody takes from a search: the session at that time, with whom it was found for. */
export function toBooking(
  wanted: WantedSession,
  context: SearchContext,
  start: Instant,
  fits: Fits,
  overrides: readonly Override[] = [],
): Proposal {
  const { zone, ...found } = proposedIn(wanted, context, fits);
  const { local, offset } = localOf(zone, start);
  return {
    ...found,
    zone,
    days: [
      { local, offset },
      ...(context.again ?? []).map((after) => ({ local: laterOnTheWall(local, after) })),
    ],
    ...(overrides.length === 0 ? {} : { overrides: [...overrides] }),
  };
}
