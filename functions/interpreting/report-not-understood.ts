import type { Handler } from '../shared/http/call.ts';
import { interpreterNotUnderstood } from './actions.ts';
import type * as contract from './contract.ts';
import { teamDecision } from './team-decision.ts';

/**
 * Somebody who is heard and their interpreter do not understand each other, as a rehearsal shows. The gate closes until the
 * interpreter is confirmed anew, for another part or beside a relay, or replaced.
 */
export const reportNotUnderstood: Handler<typeof contract.reportNotUnderstood> = (call) => {
  const { pseudonym, why } = call.body;
  return teamDecision(call, pseudonym, () => ({
    said: { notUnderstood: why, disclosures: {} },
    entry: (by, gate) => interpreterNotUnderstood.entry({ ...by, details: { gate, why } }),
  }));
};
