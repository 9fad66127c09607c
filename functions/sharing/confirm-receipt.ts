import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { informationReceived } from './actions.ts';
import type * as contract from './contract.ts';
import { enterStep, said } from './enter-step.ts';
import { assertStands, hasReceived, ownShare } from './rules.ts';

/** An officer takes what was shared, under the limits on its use; only then it is read, and by that officer. */
export const confirmReceipt: Handler<typeof contract.confirmReceipt> = (call) => {
  const { actor, body } = call;
  return enterStep(call, { consent: true }, ({ steps, consent, now }) => {
    const share = ownShare(steps, body.share, actor);
    assertStands(consent, share, now);
    if (hasReceived(steps, share.number, actor.personId))
      throw new Refusal('does-not-fit', {}, [
        { pointer: '/share', message: 'You have confirmed receipt of this already.' },
      ]);
    return said({ kind: 'receipt', share: share.number }, { purpose: share.purpose }, (by) =>
      informationReceived.entry({ ...by, details: { share: share.number, limits: body.limits } }),
    );
  });
};
