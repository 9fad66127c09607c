import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { instantOf } from '../shared/values/instants.ts';
import { informationUsed } from './actions.ts';
import type * as contract from './contract.ts';
import { feedbackWaits } from './chased.ts';
import { enterStep, said } from './enter-step.ts';
import { feedbackDue, hasReceived, ownShare } from './rules.ts';

/**
 * An officer who read it enters what it was used for; feedback is due from then on. What was used before consent fell can be
 * entered after it: that it was used stays true.
 */
export const enterUse: Handler<typeof contract.enterUse> = async (call) => {
  const { actor, body } = call;
  const { number } = await enterStep(call, {}, ({ steps, number: next }) => {
    const share = ownShare(steps, body.share, actor);
    if (!hasReceived(steps, share.number, actor.personId))
      throw new Refusal('does-not-fit', {}, [{ pointer: '/share', message: 'Confirm receipt first.' }]);
    return said(
      { kind: 'use', share: share.number, use: body.use },
      { use: body.use },
      (by) => informationUsed.entry({ ...by, details: { number: next, share: share.number } }),
      feedbackWaits(actor.personId, call.now),
    );
  });
  return { number, dueAt: feedbackDue({ recordedAt: instantOf(call.now.getTime()) }) };
};
