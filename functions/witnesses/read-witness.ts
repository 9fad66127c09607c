import { subjectPartition } from '../sessions/port/gate-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { standingOf } from './consent.ts';
import type * as contract from './contract.ts';
import { consents, enterWithWitness, plans } from './store.ts';

/** Her holder reads what she said; other members of the case learn that it is there, and when. */
export const readWitness: Handler<typeof contract.readWitness> = async ({
  actor,
  params: { sessionId },
  context: { store },
}) => {
  const partition = subjectPartition({ kind: 'session', sessionId });
  const [{ witness }, steps, approved] = await Promise.all([
    enterWithWitness(store, sessionId, actor),
    readSeries(store, consents, partition),
    readSeries(store, plans, partition),
  ]);
  const inFull = witness.holder === actor.personId;
  const consent = standingOf(steps);
  const last = approved.at(-1);
  return {
    ...(consent && {
      consent: {
        recordedAt: parseInstant(consent.recordedAt),
        ...(consent.withdrawnAt !== undefined && { withdrawnAt: parseInstant(consent.withdrawnAt) }),
        ...(inFull && consent.record && { record: consent.record }),
      },
    }),
    ...(last && {
      riskPlan: {
        recordedAt: parseInstant(last.recordedAt),
        decision: last.plan.decision,
        ...(inFull && { plan: last.plan }),
      },
    }),
  };
};
