import type { Call } from '../shared/http/mount.ts';
import { Refusal } from '../shared/refusals.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { ownCases, parseLine } from './store.ts';

/** The caller's cases, by file number. */
export async function casesOfCaller({ actor, ground }: Call<unknown, unknown>) {
  if (actor.kind !== 'staff') throw new Refusal('sign-in-needed');
  const lines = await queryAll(ground.store, 'cases', ownCases(actor.personId), { prefix: 'case#' });
  return {
    cases: lines
      .map(parseLine)
      .toSorted((one, other) =>
        `${one.reference} ${one.caseId}` < `${other.reference} ${other.caseId}` ? -1 : 1,
      ),
  };
}
