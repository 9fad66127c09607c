import type { Handler } from '../shared/http/call.ts';
import { informationAskedFor } from './actions.ts';
import type * as contract from './contract.ts';
import { answerWaits } from './chased.ts';
import { enterStep, said } from './enter-step.ts';
import { assertMayAsk } from './rules.ts';

/**
 * An authority asks for what somebody told. Whether anything was told, and what consent says, it does not learn by asking. What
 * was told in this case is used in no other: that is refused by rule, and stands in the log like any asking.
 */
export const askForCopy: Handler<typeof contract.askForCopy> = async (call) => {
  const { actor, body } = call;
  const { purpose, why } = body;
  const state = purpose === 'another-case' ? ('refused-by-rule' as const) : ('waits' as const);
  const { number } = await enterStep(call, { open: true }, ({ steps, number: next }) => {
    assertMayAsk(steps, actor, purpose);
    return said(
      { kind: 'ask', purpose, why },
      { purpose, why },
      (by) => informationAskedFor.entry({ ...by, details: { number: next, state } }),
      state === 'waits' ? answerWaits(call.now) : undefined,
    );
  });
  return { number, state };
};
