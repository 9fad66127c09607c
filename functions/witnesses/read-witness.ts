import type { Handler } from '../shared/http/call.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { standingOf } from './consent.ts';
import type * as contract from './contract.ts';
import { readFor } from './store.ts';

/** Her holder reads what she said; other members of the case learn that it is there, and when. */
export const readWitness: Handler<typeof contract.readWitness> = async ({
  actor: staff,
  params,
  context,
}) => {
  const { witness, consents, plans } = await readFor(context.store, params.sessionId, staff);
  const inFull = witness.holder === staff.personId;
  const consent = standingOf(consents);
  const last = plans.at(-1);
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
