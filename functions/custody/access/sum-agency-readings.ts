import { isKeeper, readAgency } from '../../directory/port/keeping.ts';
import { staffRole } from '../../shared/access/roles.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { readsOfAgency, type ReadItem } from '../reads.ts';
import type * as contract from './contract.ts';

/** In sum, for those who keep an agency: whoever is told of single readings could follow a colleague. */
export const sumAgencyReadings: Handler<typeof contract.sumAgencyReadings> = async ({
  actor,
  params: { agencyId },
  query,
  now,
  context: { store },
}) => {
  const day = query.day ?? now.toISOString().slice(0, 10);
  const [agency, reads] = await Promise.all([
    readAgency(store, agencyId),
    readsOfAgency(store, agencyId, day),
  ]);
  if (!isKeeper(actor.agencyId, agency)) throw new Refusal('not-found');
  return { day, sums: sumsOf(reads) };
};

export function sumsOf(reads: readonly ReadItem[]) {
  const count = (names: readonly (string | undefined)[]) =>
    new Set(names.filter((name) => name !== undefined)).size;
  return [...Map.groupBy(reads, ({ role }) => role)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([role, of]) => ({
      role: staffRole.parse(role),
      people: count(of.map(({ personId }) => personId)),
      cases: count(of.map(({ caseId }) => caseId)),
      readings: of.filter(({ kind }) => kind === 'case').length,
      searches: of.filter(({ kind }) => kind === 'search').length,
    }));
}
