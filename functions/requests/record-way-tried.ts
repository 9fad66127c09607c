import { standingDecision } from '../cases/port/standing-decision.ts';
import { parseStanding, standingKey } from '../cases/port/standing.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { Refusal } from '../shared/refusals.ts';
import { permissionWayTried } from './actions.ts';
import type * as contract from './contract.ts';
import { checkTried, stateOf } from './permission/decision.ts';
import { standingOf } from './permission/standing.ts';
import { ofState, permissionNow } from './permission/steps.ts';
import { enterAsEitherState, statesOf, steps } from './store.ts';

/**
 * A way that comes before the live link was tried without success, or could not be: after the last of them the link is
 * permitted. The order is the host State's, and so is every word on it from here on.
 */
export const recordWayTried: Handler<typeof contract.recordWayTried> = (call) => {
  const { actor, params, body, now, context } = call;
  return standingDecision(
    patiently(call),
    { gate: 'permission', series: steps },
    (more) => enterAsEitherState(context.store, params, actor, more),
    ({ self, witness, case: of, before, found }) => {
      const { hostState } = statesOf({ case: of, witness });
      const { decision, since, paper, tried = [] } = permissionNow(ofState(before, hostState));
      const stood = parseStanding(found(standingKey(params.caseId, params.party, 'permission')));
      // What fell with a border, or with the case, is brought back by nothing but a decision.
      if (decision === undefined || since === undefined || stood?.state !== stateOf(decision, tried))
        throw new Refusal('changed-meanwhile');
      checkTried(decision, tried, body, now);
      const after = [...tried, body];
      const standing = standingOf(decision, { hostState, onPaper: paper !== undefined }, after);
      return {
        standing,
        step: { kind: 'way-tried' as const, of: since, ...body, hostState },
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) =>
          permissionWayTried.entry({
            ...by,
            authority: { kind: 'permission', ref: decision.reference },
            subject: { kind: 'witness', ref: witness.pseudonym },
            details: { hostState, ...body, opens: standing.state === 'open' },
          }),
        answer: { opens: standing.state === 'open' },
      };
    },
  );
};
