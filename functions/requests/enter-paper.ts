import { standingDecision } from '../cases/port/standing-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { permissionPaperEntered } from './actions.ts';
import type * as contract from './contract.ts';
import { askToTell } from './other-way/ask-to-tell.ts';
import { checkDecision } from './permission/decision.ts';
import { standingOf } from './permission/standing.ts';
import { paperOf } from './permission/told.ts';
import { circumstancesOf, enterForPaper, statesOf, steps } from './store.ts';

/**
 * A host State whose authority has no account: an officer of the requesting central authority enters its paper. A grant
 * waits for a second officer; that the host State says no, or not yet, holds at once.
 */
export const enterPaper: Handler<typeof contract.enterPaper> = (call) => {
  const { actor, params, body, now, context } = call;
  const { decision, paper } = body;
  return standingDecision(
    patiently(call),
    { gate: 'permission', series: steps },
    (more) => enterForPaper(context.store, params, actor, more),
    async ({ self, witness, case: of, before }) => {
      const { hostState } = statesOf({ case: of, witness });
      checkDecision(decision, await circumstancesOf(context.store, of, witness, decision, now));
      const holds = decision.decision !== 'granted';
      const step = { kind: 'paper-entered' as const, decision, paper, hostState };
      return {
        standing: holds ? standingOf(decision, { hostState, onPaper: true }) : undefined,
        step,
        changes: askToTell({ case: of, witness }, before, step, now),
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) =>
          permissionPaperEntered.entry({
            ...by,
            authority: { kind: 'permission', ref: decision.reference },
            subject: { kind: 'witness', ref: witness.pseudonym },
            details: { hostState, decision: decision.decision, ...paperOf(paper), holds },
          }),
        answer: { entry: (before.at(-1)?.number ?? 0) + 1, stands: holds },
      };
    },
  );
};
