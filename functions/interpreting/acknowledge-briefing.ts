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
  const onPaper = call.actor.role !== 'interpreter';
  return teamDecision(call, pseudonym, ({ one, door }) => {
    const stands = one.confirmed && hashOfBriefing(briefingFor(door, one.confirmed));
    if (stands !== hash) throw new Refusal('changed-meanwhile');
    if (!onPaper && one.briefed === hash) throw new Refusal('nothing-to-decide');
    const { digests, disclosures } = sealAll({ briefing: hash }, call.context.randomBytes);
    return {
      said: { briefed: hash, onPaper, disclosures },
      entry: (by, gate) => interpreterBriefed.entry({ ...by, details: { gate, onPaper }, sealed: digests }),
    };
  });
};
