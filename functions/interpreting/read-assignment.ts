import { asStaff } from '../shared/access/as-staff.ts';
import type { ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { parseInstant } from '../shared/values/instants.ts';
import type * as contract from './contract.ts';
import { readFor } from './store.ts';

type Route = typeof contract.readAssignment;

/** The confirmation that stands, for members of the case; one of an interpreter who was replaced stands no more. */
export async function readAssignment({ actor, params, ground }: Call<ParamsOf<Route>, unknown>) {
  const { standing, booked } = await readFor(ground.store, params.sessionId, asStaff(actor));
  if (standing === undefined || standing.pseudonym !== booked?.pseudonym) return {};
  return { assignment: { ...standing.assignment, recordedAt: parseInstant(standing.recordedAt) } };
}
