import type { Handler } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { viewOf } from './case.ts';
import type * as contract from './contract.ts';
import { filePartition, parseFile } from './port/membership.ts';

/** One case as the caller may see it; `not-found` for whoever is not a member. */
export const readOneCase: Handler<typeof contract.readCase> = async ({ actor, params, context }) => {
  const items = await queryAll(context.store, 'cases', filePartition(params.caseId));
  return viewOf(parseFile(items, actor.personId));
};
