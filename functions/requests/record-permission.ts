import { standingDecision } from '../cases/port/standing-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import type * as contract from './contract.ts';
import { askToTell } from './other-way/ask-to-tell.ts';
import { checkDecision } from './permission/decision.ts';
import { standingOf } from './permission/standing.ts';
import { entryOf } from './permission/told.ts';
import { circumstancesOf, enterAsHostState, statesOf, steps } from './store.ts';

/**
 * Enters the host State's decision. A court must be able to read from the log alone which State decided, and on which
 * terms, somebody was heard.
 */
export const recordPermission: Handler<typeof contract.recordPermission> = (call) => {
  const { actor, params, body: decision, now, context } = call;
  return standingDecision(
    patiently(call),
    { gate: 'permission', series: steps },
    (more) => enterAsHostState(context.store, params, actor, more),
    async ({ self, witness, case: of, before }) => {
      const { hostState } = statesOf({ case: of, witness });
      checkDecision(decision, await circumstancesOf(context.store, of, witness, decision, now));
      const step = { kind: 'decided' as const, decision, hostState };
      return {
        standing: standingOf(decision, { hostState, onPaper: false }),
        step,
        changes: askToTell({ case: of, witness }, before, step, now),
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) => entryOf(decision, { hostState, party: witness.pseudonym }, by),
        answer: { decision: decision.decision },
      };
    },
  );
};
