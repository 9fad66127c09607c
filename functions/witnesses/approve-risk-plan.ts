import { sealAll } from '../custody/port/disclosure.ts';
import { gateDecision } from '../sessions/port/gate-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { riskPlanApproved, riskPlanDeclined } from './actions.ts';
import type * as contract from './contract.ts';
import { gateOf } from './risk-plan.ts';
import { riskPlanGate } from './store.ts';

/** Approves the plan, or decides against the session. The plan goes into the log as one sealed field. */
export const approveRiskPlan: Handler<typeof contract.approveRiskPlan> = (call) =>
  gateDecision(patiently(call), riskPlanGate, ({ self, witness }) => {
    const gate = gateOf(call.body);
    const { digests, disclosures } = sealAll({ plan: JSON.stringify(call.body) }, call.context.randomBytes);
    return {
      state: gate,
      step: { plan: call.body, disclosures },
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
  });
