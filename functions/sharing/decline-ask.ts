import type { Handler } from '../shared/http/call.ts';
import { informationDeclined } from './actions.ts';
import type * as contract from './contract.ts';
import { answered } from './chased.ts';
import { enterStep, said } from './enter-step.ts';
import { askThatWaits } from './rules.ts';

/** The person said no, or the one who holds contact did not ask them: an authority is told no, and no reason has to be given. */
export const declineAsk: Handler<typeof contract.declineAsk> = async (call) => {
  const { ask, reason } = call.body;
  await enterStep(call, { holder: true }, ({ steps }) => {
    askThatWaits(steps, ask);
    return said(
      { kind: 'declined', ask, ...(reason === undefined ? {} : { reason }) },
      { reason: reason ?? '' },
      (by) => informationDeclined.entry({ ...by, details: { ask } }),
      answered(ask),
    );
  });
  return { state: 'declined' };
};
