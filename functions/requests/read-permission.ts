import { asStaff } from '../shared/access/as-staff.ts';
import type { ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { parseInstant } from '../shared/values/instants.ts';
import type * as contract from './contract.ts';
import { readFor } from './store.ts';

type Route = typeof contract.readPermission;

/** The decision that stands, for members of the case. */
export async function readPermission({ actor, params, context }: Call<ParamsOf<Route>, unknown>) {
  const { standing } = await readFor(context.store, params.sessionId, asStaff(actor));
  if (standing === undefined) return {};
  return { permission: { ...standing.permission, recordedAt: parseInstant(standing.recordedAt) } };
}
