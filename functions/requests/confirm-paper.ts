import { standingDecision } from '../cases/port/standing-decision.ts';
import { fellSince, parseStanding, standingKey } from '../cases/port/standing.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { Refusal } from '../shared/refusals.ts';
import type * as contract from './contract.ts';
import { askToTell } from './other-way/ask-to-tell.ts';
import { checkDecision } from './permission/decision.ts';
import { standingOf } from './permission/standing.ts';
import { confirmed, ofState, permissionNow } from './permission/steps.ts';
import { entryOf } from './permission/told.ts';
import { circumstancesOf, enterForPaper, statesOf, steps } from './store.ts';

/** A second officer of the requesting central authority has the same paper before them: what was entered stands. */
export const confirmPaper: Handler<typeof contract.confirmPaper> = (call) => {
  const { actor, params, body, now, context } = call;
  return standingDecision(
    patiently(call),
    { gate: 'permission', series: steps },
    (more) => enterForPaper(context.store, params, actor, more),
    async ({ self, witness, case: of, before, found }) => {
      const { hostState } = statesOf({ case: of, witness });
      const { entry, decision, paper } = confirmed(
        permissionNow(ofState(before, hostState)),
        body.entry,
        body.sha256,
        actor.personId,
      );
      const entered = before.find(({ number }) => number === body.entry);
      const stood = parseStanding(found(standingKey(params.caseId, params.party, 'permission')));
      if (entered !== undefined && fellSince(stood, entered)) throw new Refusal('changed-meanwhile');
      // It may have waited until its last day was over, or until a session that it names was held.
      checkDecision(decision, await circumstancesOf(context.store, of, witness, decision, now));
      const step = { kind: 'paper-confirmed' as const, entry, hostState };
      return {
        standing: standingOf(decision, { hostState, onPaper: true }),
        step,
        changes: askToTell({ case: of, witness }, before, step, now),
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) => entryOf(decision, { hostState, party: witness.pseudonym, paper }, by),
        answer: { decision: decision.decision },
      };
    },
  );
};
