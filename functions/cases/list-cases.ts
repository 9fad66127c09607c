import type { Handler } from '../shared/http/call.ts';
import type * as contract from './contract.ts';
import { hasTaken } from './port/by-name.ts';
import { stateOf } from './port/case-state.ts';
import { caseKey, memberKey, parseCase, parseMemberEver } from './port/membership.ts';
import { readOwnCases } from './port/own-cases.ts';

/** The caller's cases, by file number, and whether the caller's agency has taken each. */
export const casesOfCaller: Handler<typeof contract.listCases> = async ({ actor, context: { store } }) => {
  const lines = await readOwnCases(store, actor.personId);
  const [opened, members] = await Promise.all([
    store.get(lines.map(({ caseId }) => caseKey(caseId))),
    store.get(lines.map(({ caseId }) => memberKey(caseId, actor.personId))),
  ]);
  return {
    cases: lines
      .map((line, index) => {
        const { untaken, pseudonym } = parseMemberEver(members[index]);
        return {
          ...line,
          taken: hasTaken(parseCase(opened[index]), actor.agencyId) && untaken === undefined,
          state: stateOf(parseCase(opened[index])),
          ...(untaken === undefined ? {} : { namedAs: pseudonym }),
        };
      })
      .toSorted((one, other) =>
        `${one.reference} ${one.caseId}` < `${other.reference} ${other.caseId}` ? -1 : 1,
      ),
  };
};
