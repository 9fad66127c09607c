import type { Handler } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type * as contract from './contract.ts';
import { ownCases, parseLine } from './store.ts';

/** The caller's cases, by file number. */
export const casesOfCaller: Handler<typeof contract.listCases> = async ({ actor, context }) => {
  const lines = await queryAll(context.store, 'cases', ownCases(actor.personId), {
    prefix: 'case#',
  });
  return {
    cases: lines
      .map(parseLine)
      .toSorted((one, other) =>
        `${one.reference} ${one.caseId}` < `${other.reference} ${other.caseId}` ? -1 : 1,
      ),
  };
};
