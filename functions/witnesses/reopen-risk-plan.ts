import { enterParty } from '../cases/port/enter-party.ts';
import { standingDecision } from '../cases/port/standing-decision.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import type { Role } from '../shared/access/roles.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { Refusal } from '../shared/refusals.ts';
import { riskPlanReopened } from './actions.ts';
import type * as contract from './contract.ts';
import { officerOn, planOf, standingOfPlan, withNext } from './store.ts';

/** Whoever knows her knows of anything; the court, and whoever keeps an accused, of a release. */
const knowsHer: readonly Role[] = ['support-officer', 'prosecutor'];

/** Something happened: the gate is closed until there is another plan. A no-go stays one. */
export const reopenRiskPlan: Handler<typeof contract.reopenRiskPlan> = (call) => {
  const { actor, params, body, context } = call;
  return standingDecision(
    patiently(call),
    planOf,
    (more) => enterParty(context.store, params, actor, more),
    ({ self, witness, before }) => {
      const { trigger } = body;
      if (trigger !== 'release' && !knowsHer.includes(self.role)) throw new Refusal('not-your-role');
      const { digests, disclosures } = sealAll({ trigger }, context.randomBytes);
      const step = { kind: 'review' as const, trigger, disclosures };
      const after = standingOfPlan(withNext(before, step, call), witness, call.now);
      const gate = after.state === 'refused' ? 'refused' : 'missing';
      return {
        standing: { state: gate },
        step,
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) =>
          riskPlanReopened.entry({
            ...by,
            ...officerOn(self, witness),
            details: { gate },
            sealed: digests,
          }),
        answer: { gate },
      };
    },
  );
};
