import { asStaff } from '../shared/access/as-staff.ts';
import type { ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { assignmentQuery, type readAssignment as contract } from './contract.ts';
import { readFor } from './store.ts';

type Route = typeof contract;

/** The confirmation that stands, for members of the case; one of an interpreter who was replaced stands no more. */
export async function readAssignment({ actor, params, query, context }: Call<ParamsOf<Route>, unknown>) {
  const { pseudonym } = assignmentQuery.parse(query);
  const { standing, booked } = await readFor(context.store, params.sessionId, asStaff(actor), pseudonym);
  const given = standing.get(booked?.pseudonym ?? '');
  if (given === undefined) return {};
  return { assignment: { ...given.assignment, recordedAt: parseInstant(given.recordedAt) } };
}
