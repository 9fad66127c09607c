import type { ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { Refusal } from '../shared/refusals.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { viewOf } from './case.ts';
import type { readCase } from './contract.ts';
import { filePartition, parseFile } from './membership.ts';

/** One case as the caller may see it; `not-found` for whoever is not a member. */
export async function readOneCase({ actor, params, ground }: Call<ParamsOf<typeof readCase>, unknown>) {
  if (actor.kind !== 'staff') throw new Refusal('sign-in-needed');
  const items = await queryAll(ground.store, 'cases', filePartition(params.caseId));
  return viewOf(parseFile(items, actor.personId));
}
