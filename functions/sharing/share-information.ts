import { hasTaken } from '../cases/port/by-name.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { informationShared } from './actions.ts';
import type * as contract from './contract.ts';
import { answered } from './chased.ts';
import { enterStep, said } from './enter-step.ts';
import { assertMayShare } from './rules.ts';

/**
 * What somebody told goes to one authority for one purpose. Consent that names both is held as it was read by the same
 * transaction: a withdrawal that comes between wins, and one that comes after takes the reading away.
 */
export const shareInformation: Handler<typeof contract.shareInformation> = (call) => {
  const { information, to, purpose, ask } = call.body;
  return enterStep(
    call,
    { holder: true, open: true, consent: true },
    ({ case: opened, steps, consent, now, number, witness }) => {
      assertMayShare(steps, call.body, consent, now);
      if (!hasTaken(opened, to))
        throw new Refusal('does-not-fit', {}, [
          {
            pointer: '/to',
            message: 'That agency has not taken the case. Ask a colleague there to take it.',
          },
        ]);
      return said(
        {
          kind: 'share',
          information,
          to,
          purpose,
          consent: consent?.version ?? 0,
          ...(ask === undefined ? {} : { ask }),
        },
        { to, purpose },
        (by) =>
          informationShared.entry({
            ...by,
            authority: { kind: 'consent', ref: witness.pseudonym },
            details: { number, information },
          }),
        ask === undefined ? undefined : answered(ask),
      );
    },
  );
};
