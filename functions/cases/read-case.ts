import { asStaff } from '../shared/access/as-staff.ts';
import type { ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { viewOf } from './case.ts';
import type { readCase } from './contract.ts';
import { filePartition, parseFile } from './port/membership.ts';

/** One case as the caller may see it; `not-found` for whoever is not a member. */
export async function readOneCase({ actor, params, context }: Call<ParamsOf<typeof readCase>, unknown>) {
  const items = await queryAll(context.store, 'cases', filePartition(params.caseId));
  return viewOf(parseFile(items, asStaff(actor).personId));
}
