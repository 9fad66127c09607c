import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { caseClosed } from '../actions.ts';
import { stateOf } from '../port/case-state.ts';
import type { closeCase as contract } from './contract.ts';
import { assertCourt, endCase, ofCase } from './end-case.ts';

/** The case is closed. What is to come of it is ended or cancelled first, by whoever answers for that. */
export const closeCase: Handler<typeof contract> = (call) =>
  endCase(call, {
    to: 'closed',
    from: ['open', 'appeal'],
    // What an appeal holds, the court alone lets go.
    assertMay: ({ case: opened, self }) => {
      if (stateOf(opened) === 'appeal') assertCourt(self);
      const decidesAppeal = call.body.reason === 'appeal-decided';
      if (decidesAppeal !== (stateOf(opened) === 'appeal')) throw new Refusal('changed-meanwhile');
    },
    entry: (by, sealed) =>
      caseClosed.entry({ ...by, ...ofCase(call), details: { reason: call.body.reason }, sealed }),
  });
