import { hostStateOf } from '../cases/port/membership.ts';
import { standingDecision } from '../cases/port/standing-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { permissionGranted, permissionRefused } from './actions.ts';
import type * as contract from './contract.ts';
import { checkDays, standingBy } from './permission.ts';
import { decisions, enterAsHostState } from './store.ts';

/**
 * Enters the host State's decision. A court must be able to read from the log alone which State decided, and on which
 * terms, somebody was heard.
 */
export const recordPermission: Handler<typeof contract.recordPermission> = (call) => {
  const { actor, params, body, now, context } = call;
  return standingDecision(
    patiently(call),
    { gate: 'permission', series: decisions },
    (more) => enterAsHostState(context.store, params, actor, more),
    ({ self, witness, case: opened }) => {
      const hostState = hostStateOf(opened, [witness]);
      checkDays(body, now);
      const { decision, reference, legalBasis, decidedOn, validUntil, conditions } = body;
      const action = decision === 'granted' ? permissionGranted : permissionRefused;
      return {
        standing: standingBy(body),
        step: { permission: body },
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) =>
          action.entry({
            ...by,
            authority: { kind: 'permission', ref: reference },
            subject: { kind: 'witness', ref: witness.pseudonym },
            details: { hostState, legalBasis, decidedOn, validUntil, conditions },
          }),
        answer: { decision },
      };
    },
  );
};
