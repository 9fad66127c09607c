import { enterSession } from '../sessions/port/enter-session.ts';
import { subjectPartition } from '../sessions/port/gate-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import { parseInstant } from '../shared/values/instants.ts';
import type * as contract from './contract.ts';
import { decisions } from './store.ts';

/** The decision that stands, for members of the case. */
export const readPermission: Handler<typeof contract.readPermission> = async ({
  actor,
  params: { sessionId },
  context: { store },
}) => {
  const [, taken] = await Promise.all([
    enterSession(store, sessionId, actor),
    readSeries(store, decisions, subjectPartition({ kind: 'session', sessionId })),
  ]);
  const last = taken.at(-1);
  if (last === undefined) return {};
  return { permission: { ...last.permission, recordedAt: parseInstant(last.recordedAt) } };
};
