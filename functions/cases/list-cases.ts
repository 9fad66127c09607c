import { asStaff } from '../shared/access/as-staff.ts';
import type { Call } from '../shared/http/mount.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { ownCases, parseLine } from './store.ts';

/** The caller's cases, by file number. */
export async function casesOfCaller({ actor, context }: Call<unknown, unknown>) {
  const lines = await queryAll(context.store, 'cases', ownCases(asStaff(actor).personId), {
    prefix: 'case#',
  });
  return {
    cases: lines
      .map(parseLine)
      .toSorted((one, other) =>
        `${one.reference} ${one.caseId}` < `${other.reference} ${other.caseId}` ? -1 : 1,
      ),
  };
}
