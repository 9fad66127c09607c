import { standingDecision } from '../cases/port/standing-decision.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { riskPlanApproved, riskPlanDeclined } from './actions.ts';
import type * as contract from './contract.ts';
import { gateOf } from './risk-plan.ts';
import { enterAsHolder, planOf } from './store.ts';

/** Approves the plan, or decides against hearing somebody. The plan goes into the log as one sealed field. */
export const approveRiskPlan: Handler<typeof contract.approveRiskPlan> = (call) => {
  const { actor, params, body, context } = call;
  return standingDecision(
    patiently(call),
    planOf,
    (more) => enterAsHolder('riskPlan', context.store, params, actor, more),
    ({ self, witness }) => {
      const gate = gateOf(body);
      const { digests, disclosures } = sealAll({ plan: JSON.stringify(body) }, context.randomBytes);
      return {
        standing: { state: gate },
        step: { plan: body, disclosures },
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) => {
          const decided = {
            ...by,
            authority: { kind: 'role' as const, ref: self.role },
            subject: { kind: 'witness', ref: witness.pseudonym },
            sealed: digests,
          };
          return gate === 'open'
            ? riskPlanApproved.entry({ ...decided, details: { gate } })
            : riskPlanDeclined.entry({ ...decided, details: { gate } });
        },
        answer: { gate },
      };
    },
  );
};
