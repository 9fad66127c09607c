import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { feedbackGiven } from './actions.ts';
import type * as contract from './contract.ts';
import { tellingWaits } from './chased.ts';
import { enterStep, said } from './enter-step.ts';
import { assertUntil, ownShare, stepAt } from './rules.ts';

/** What became of a use, for the source; by any officer of the authority, whose last word on a use counts. */
export const giveFeedback: Handler<typeof contract.giveFeedback> = (call) => {
  const { actor, body } = call;
  const { words, mayBeTold } = body;
  return enterStep(call, {}, ({ steps, now, number }) => {
    const use = stepAt(steps, 'use', body.use);
    if (use === undefined)
      throw new Refusal('does-not-fit', {}, [
        { pointer: '/use', message: 'No use of that number was entered. Load the page again.' },
      ]);
    ownShare(steps, use.share, actor);
    if (mayBeTold.is === 'not-yet') assertUntil(mayBeTold.until, now);
    const notYet =
      mayBeTold.is === 'not-yet' ? { reason: mayBeTold.reason, until: mayBeTold.until } : undefined;
    return said(
      { kind: 'feedback', use: use.number, words, ...(notYet === undefined ? {} : { notYet }) },
      { words, reason: notYet?.reason ?? '' },
      (by) => feedbackGiven.entry({ ...by, details: { number, use: use.number, mayBeTold: mayBeTold.is } }),
      tellingWaits(use.number, notYet?.until, call.now),
    );
  });
};
