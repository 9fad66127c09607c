import { enterParty } from '../cases/port/enter-party.ts';
import { personPartition } from '../cases/port/standing-decision.ts';
import { enterSession } from '../sessions/port/enter-session.ts';
import { subjectPartition } from '../sessions/port/gate-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import { parseInstant } from '../shared/values/instants.ts';
import type * as contract from './contract.ts';
import { decisions, type Decided } from './store.ts';

/** The decision that stands, for members of the case. */
export const readPermission: Handler<typeof contract.readPermission> = async ({
  actor,
  params,
  context: { store },
}) => {
  const [, taken] = await Promise.all([
    enterParty(store, params, actor),
    readSeries(store, decisions, personPartition(params.caseId, params.party)),
  ]);
  return lastOf(taken);
};

/** The same as it was taken on one session. */
export const readPermissionOfSession: Handler<typeof contract.readPermissionOfSession> = async ({
  actor,
  params: { sessionId },
  context: { store },
}) => {
  const [, taken] = await Promise.all([
    enterSession(store, sessionId, actor),
    readSeries(store, decisions, subjectPartition({ kind: 'session', sessionId })),
  ]);
  return lastOf(taken);
};

function lastOf(taken: readonly Decided[]) {
  const last = taken.at(-1);
  if (last === undefined) return {};
  return { permission: { ...last.permission, recordedAt: parseInstant(last.recordedAt) } };
}
