import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { interpreterDeclined, interpreterUnbound } from './actions.ts';
import type * as contract from './contract.ts';
import { declaredIn } from './declared-in.ts';
import { teamDecision } from './team-decision.ts';

/**
 * An interpreter says whether anything binds them to somebody of the case. A conflict is not taken back: whoever has one is
 * replaced. It closes the gate here in the same transaction, and stands for the case: nobody sets it aside, no pass is minted
 * over it, and the doors of all other sessions follow it (`sessions/following`).
 */
export const declareConflict: Handler<typeof contract.declareConflict> = (call) => {
  const { pseudonym, declaration } = call.body;
  const declines = declaration.conflict === 'declared';
  const isOwn = call.actor.role === 'interpreter';
  return teamDecision(call, pseudonym, async (read) => {
    if (read.one.declared === 'declared' && !declines)
      throw new Refusal('conflict-declared', { seat: 'interpreter' });
    // Said again and again it would be nothing but entries.
    if (isOwn && read.one.declared === declaration.conflict) throw new Refusal('nothing-to-decide');
    const { changes, leafHash } = await declaredIn(call, read, declaration, !isOwn);
    const action = declines ? interpreterDeclined : interpreterUnbound;
    return {
      said: { disclosures: {} },
      declared: declaration.conflict,
      changes,
      entry: (by, gate) => action.entry({ ...by, details: { gate, caseEntry: leafHash } }),
    };
  });
};
