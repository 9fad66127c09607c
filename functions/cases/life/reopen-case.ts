import type { Handler } from '../../shared/http/call.ts';
import { doesNotFit } from '../../shared/refusals.ts';
import { caseReopened } from '../actions.ts';
import { stateOf } from '../port/case-state.ts';
import { putStanding, type Standing } from '../port/standing.ts';
import type { reopenCase as contract } from './contract.ts';
import { assertCourt, endCase, ofCase } from './end-case.ts';

/** As many as fit, with the rest, into the one transaction that opens the case again. */
const mostFalling = 90;

/**
 * The case goes on. Time has passed, and whoever was heard may have been left alone with it: nothing that stood is taken for
 * granted, so whatever was open falls with it, in the same transaction. What was refused or withdrawn stays so.
 */
export const reopenCase: Handler<typeof contract> = (call) => {
  let falling: readonly Standing[] = [];
  return endCase(call, {
    to: 'open',
    from: ['closed', 'appeal'],
    assertMay: ({ case: opened, self, standings }) => {
      if (stateOf(opened) === 'appeal') assertCourt(self);
      falling = standings.filter(({ state }) => state === 'open');
      if (falling.length > mostFalling)
        throw doesNotFit('', 'More stands in this case than can be looked at again at once: open a new one.');
    },
    changes: (_, leafHash, recordedAt) =>
      falling.map((standing) => putStanding(standing, standing, { state: 'missing', recordedAt, leafHash })),
    entry: (by, sealed) =>
      caseReopened.entry({
        ...by,
        ...ofCase(call),
        details: { reason: call.body.reason, standingsFell: falling.length },
        sealed,
      }),
  });
};
