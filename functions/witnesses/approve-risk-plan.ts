import { capacityOn } from '../cases/port/capacity.ts';
import { dayWhere } from '../cases/port/day-where.ts';
import { parsePseudonyms, pseudonymsKey } from '../cases/port/membership.ts';
import { standingDecision } from '../cases/port/standing-decision.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { riskPlanApproved, riskPlanDeclined } from './actions.ts';
import type * as contract from './contract.ts';
import { assertCanGo } from './plan/go.ts';
import { assertNamesOfCase } from './plan/no-contact.ts';
import { sealedPlan } from './plan/parts.ts';
import { nextNumber } from '../shared/store/numbered-series.ts';
import { enterAsHolder, officerOn, planOf, keptAnyhow } from './store.ts';

/**
 * Enters the plan: a go waits for the prosecutor's, since no plan is one person's alone; a no-go closes the gate. It goes into
 * the log field by field, sealed.
 */
export const approveRiskPlan: Handler<typeof contract.approveRiskPlan> = (call) => {
  const { actor, params, body, now, context } = call;
  return standingDecision(
    patiently(call),
    planOf,
    (more) =>
      enterAsHolder('riskPlan', context.store, params, actor, [...more, pseudonymsKey(params.caseId)]),
    ({ self, witness, before, found }) => {
      assertNamesOfCase(body, parsePseudonyms(found(pseudonymsKey(params.caseId))).taken);
      const day = dayWhere(witness, now);
      assertCanGo(body, day, capacityOn(witness, day) === 'child');
      const gate = body.decision === 'go' ? 'missing' : 'refused';
      const { digests, disclosures } = sealAll(sealedPlan(body), context.randomBytes);
      return {
        standing: {
          state: gate,
          ...(gate === 'missing' && { turn: 'prosecutor' as const }),
          ...keptAnyhow(body, witness),
        },
        step: { kind: 'plan' as const, plan: body, disclosures },
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) => {
          const decided = { ...by, ...officerOn(self, witness), sealed: digests };
          return gate === 'missing'
            ? riskPlanApproved.entry({ ...decided, details: { gate } })
            : riskPlanDeclined.entry({ ...decided, details: { gate } });
        },
        answer: { gate, plan: nextNumber(before) },
      };
    },
  );
};
