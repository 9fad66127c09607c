import type { CaseWitness } from '../cases/port/membership.ts';
import { parseInstant, type Instant } from '../shared/values/instants.ts';
import { resolveLocal } from '../shared/values/zones.ts';

/** Days of age, of validity and of review are those of the place where the person is. */

type Where = Pick<CaseWitness, 'zone'>;

/**
 * For how long something stands whose last day is given: sessions up to that day, and from the midnight after it nothing.
 * Zones are known up to 2037; a day after that is a day alone.
 */
export function standsTo(where: Where, lastDay: string | undefined) {
  if (lastDay === undefined) return {};
  const until = lastDay < '2037-01-01' ? { until: midnightAfter(where, lastDay) } : {};
  return { days: { to: lastDay }, ...until };
}

function midnightAfter({ zone }: Where, day: string): Instant {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60_000).toISOString().slice(0, 10);
  const found = resolveLocal(zone, `${next}T00:00`);
  if (found.kind === 'unique') return found.instant;
  return parseInstant(found.kind === 'ambiguous' ? found.instants[0] : found.after);
}
