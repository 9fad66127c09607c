import type { Handler } from '../shared/http/call.ts';
import { parseInstant } from '../shared/values/instants.ts';
import type * as contract from './contract.ts';
import { readFor } from './store.ts';

/** The decision that stands, for members of the case. */
export const readPermission: Handler<typeof contract.readPermission> = async ({ actor, params, context }) => {
  const { standing } = await readFor(context.store, params.sessionId, actor);
  if (standing === undefined) return {};
  return { permission: { ...standing.permission, recordedAt: parseInstant(standing.recordedAt) } };
};
