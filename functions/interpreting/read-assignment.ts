import type { Handler } from '../shared/http/call.ts';
import { parseInstant } from '../shared/values/instants.ts';
import type * as contract from './contract.ts';
import { readFor } from './store.ts';

/** The confirmation that stands, for members of the case; one of an interpreter who was replaced stands no more. */
export const readAssignment: Handler<typeof contract.readAssignment> = async ({
  actor,
  params,
  query: { pseudonym },
  context,
}) => {
  const { standing, booked } = await readFor(context.store, params.sessionId, actor, pseudonym);
  const given = standing.get(booked?.pseudonym ?? '');
  if (given === undefined) return {};
  return { assignment: { ...given.assignment, recordedAt: parseInstant(given.recordedAt) } };
};
