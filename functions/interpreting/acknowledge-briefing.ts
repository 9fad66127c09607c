import { sealAll } from '../custody/port/disclosure.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { interpreterBriefed } from './actions.ts';
import { briefingFor, hashOfBriefing } from './briefing.ts';
import type * as contract from './contract.ts';
import { teamDecision } from './team-decision.ts';

/** A receipt of the briefing as it is now; one of an earlier confirmation is none. */
export const acknowledgeBriefing: Handler<typeof contract.acknowledgeBriefing> = (call) => {
  const { pseudonym, hash } = call.body;
  return teamDecision(call, pseudonym, ({ one, door }) => {
    const stands = one.confirmed && hashOfBriefing(briefingFor(door, one.confirmed));
    if (stands !== hash) throw new Refusal('changed-meanwhile');
    const { digests, disclosures } = sealAll({ briefing: hash }, call.context.randomBytes);
    return {
      said: { briefed: hash, onPaper: true, disclosures },
      entry: (by, gate) =>
        interpreterBriefed.entry({ ...by, details: { gate, onPaper: true }, sealed: digests }),
    };
  });
};
