import { enterParty } from '../cases/port/enter-party.ts';
import type { CaseWitness } from '../cases/port/membership.ts';
import { personPartition } from '../cases/port/standing-decision.ts';
import { subjectPartition } from '../sessions/port/gate-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import type { Store } from '../shared/store/store.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { standingOf } from './consent.ts';
import type * as contract from './contract.ts';
import { consents, enterWithWitness, plans } from './store.ts';

/** The holder reads what was said; other members of the case learn that it is there, and when. */
export const readWitness: Handler<typeof contract.readWitness> = async ({
  actor,
  params,
  context: { store },
}) => {
  const [{ witness }, recorded] = await Promise.all([
    enterParty(store, params, actor),
    readRecorded(store, personPartition(params.caseId, params.party)),
  ]);
  return shownTo(actor, witness, recorded);
};

/** The same as it was recorded for one session. */
export const readWitnessOfSession: Handler<typeof contract.readWitnessOfSession> = async ({
  actor,
  params: { sessionId },
  context: { store },
}) => {
  const [{ witness }, recorded] = await Promise.all([
    enterWithWitness(store, sessionId, actor),
    readRecorded(store, subjectPartition({ kind: 'session', sessionId })),
  ]);
  return shownTo(actor, witness, recorded);
};

type Recorded = Awaited<ReturnType<typeof readRecorded>>;

async function readRecorded(store: Store, partition: string) {
  const [steps, approved] = await Promise.all([
    readSeries(store, consents, partition),
    readSeries(store, plans, partition),
  ]);
  return { consent: standingOf(steps), last: approved.at(-1) };
}

function shownTo(
  { personId }: { readonly personId: string },
  { holder }: CaseWitness,
  { consent, last }: Recorded,
) {
  const inFull = holder === personId;
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
}
