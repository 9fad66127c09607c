import { enterParty } from '../cases/port/enter-party.ts';
import { standingDecision } from '../cases/port/standing-decision.ts';
import { fellSince, parseStanding, standingKey } from '../cases/port/standing.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { Refusal } from '../shared/refusals.ts';
import { riskPlanOpposed, riskPlanSeconded } from './actions.ts';
import type * as contract from './contract.ts';
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
      const stands = before.findLast(({ kind }) => kind === 'plan')?.number;
      if (decision === 'go' && (plan === undefined || plan !== stands))
        throw new Refusal('changed-meanwhile');
      // What fell with the case, or by an order, is looked at again by whoever made the plan first.
      if (decision === 'go' && last !== undefined && fellSince(stood, last))
        throw new Refusal('changed-meanwhile');
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
