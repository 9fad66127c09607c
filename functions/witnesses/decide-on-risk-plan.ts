import { capacityOn } from '../cases/port/capacity.ts';
import { dayWhere } from '../cases/port/day-where.ts';
import { enterParty } from '../cases/port/enter-party.ts';
import { standingDecision } from '../cases/port/standing-decision.ts';
import { fellSince, parseStanding, standingKey } from '../cases/port/standing.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { doesNotFit, Refusal } from '../shared/refusals.ts';
import { riskPlanOpposed, riskPlanSeconded } from './actions.ts';
import type * as contract from './contract.ts';
import { lacksOfChild } from './plan/go.ts';
import { officerOn, planOf, standingOfPlan, withNext } from './store.ts';

/**
 * The prosecutor's word on the plan: with a go for the one that stands the gate opens, with a no-go it closes, whatever else
 * was said.
 */
export const decideOnRiskPlan: Handler<typeof contract.decideOnRiskPlan> = (call) => {
  const { actor, params, body, context } = call;
  return standingDecision(
    patiently(call),
    planOf,
    (more) => enterParty(context.store, params, actor, more),
    ({ self, witness, before, found }) => {
      const { decision, plan } = body;
      const stood = parseStanding(found(standingKey(params.caseId, params.party, 'riskPlan')));
      const last = before.at(-1);
      // A go is for what was read, and nothing newer.
      const entered = before.findLast((each) => each.kind === 'plan');
      const stands = entered?.number;
      if (decision === 'go' && (plan === undefined || plan !== stands))
        throw new Refusal('changed-meanwhile');
      // What fell with the case, or by an order, is looked at again by whoever made the plan first.
      if (decision === 'go' && last !== undefined && fellSince(stood, last))
        throw new Refusal('changed-meanwhile');
      // A plan of before, or one that was made before it was said that this is a child.
      const isChild = capacityOn(witness, dayWhere(witness, call.now)) === 'child';
      if (decision === 'go' && entered !== undefined && isChild && lacksOfChild(entered.plan).length > 0)
        throw doesNotFit(
          '/plan',
          'This is a child, and the plan says nothing of its best interests. Ask the officer who holds contact to enter the plan anew.',
        );
      const step = { kind: 'word' as const, decision, ...(plan !== undefined && { plan }) };
      const standing = standingOfPlan(withNext(before, step, call), witness, call.now);
      return {
        standing,
        step,
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) => {
          const said = { ...by, ...officerOn(self, witness) };
          return decision === 'go'
            ? riskPlanSeconded.entry({ ...said, details: { gate: standing.state } })
            : riskPlanOpposed.entry({ ...said, details: { gate: 'refused' } });
        },
        answer: { gate: standing.state },
      };
    },
  );
};
