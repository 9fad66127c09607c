import { sealAll } from '../custody/port/disclosure.ts';
import { nothingToTell } from '../requests/port/tell-why.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { reopenings } from '../witnesses/port/reopening.ts';
import { borderCrossed } from './actions.ts';
import type { crossBorder as contract } from './contract.ts';
import { keepWitness, keptOf } from './keep-witness.ts';
import { hostStateOf } from './port/membership.ts';
import { parseStanding, putStanding, standingKey } from './port/standing.ts';

/**
 * Somebody who is heard is in another State now. A State permits what happens on its own territory and no other's: so what
 * stood falls in this transaction, and no pass is minted until the State in which they are has decided. The risk plan is looked at
 * again: it was made for another place. It only closes, so that no support officer of the case waits for the one who holds contact;
 * to say where in the same State somebody is, which closes nothing, is the holder's.
 */
export const crossBorder: Handler<typeof contract> = (call) => {
  const { params, body, now, context } = call;
  const { hostState, zone } = body;
  const whose = { caseId: params.caseId, pseudonym: params.party, gate: 'permission' } as const;
  const own = standingKey(whose.caseId, whose.pseudonym, whose.gate);
  const plan = standingKey(whose.caseId, whose.pseudonym, 'riskPlan');
  return keepWitness(
    patiently(call),
    [own, plan],
    async (entered) => {
      const from = hostStateOf(entered.case, [entered.witness]);
      const before = parseStanding(entered.found(own));
      const elsewhere = from !== hostState;
      const falls = before !== undefined && before.state !== 'missing' && elsewhere;
      const { digests, disclosures } = sealAll({ zone }, context.randomBytes);
      const planned = parseStanding(entered.found(plan));
      const reopens =
        planned === undefined || !elsewhere
          ? []
          : await reopenings(context.store, [planned], {
              trigger: 'move',
              now,
              randomBytes: context.randomBytes,
              by: call.actor,
            });
      return {
        disclosures,
        reopens,
        set: { hostState, zone },
        // Also where nothing stood: what the State before set aside was for what it could decide, and falls by the version.
        changes: (leafHash) =>
          elsewhere
            ? [
                putStanding(whose, before, {
                  state: 'missing',
                  recordedAt: parseInstant(now.toISOString()),
                  leafHash,
                }),
                nothingToTell(params.caseId, params.party),
              ]
            : [],
        entry: (by) =>
          borderCrossed.entry({
            ...by,
            ...keptOf(entered),
            details: { from, to: hostState, permissionFell: falls },
            sealed: digests,
          }),
        answer: { hostState },
      };
    },
    ({ case: opened, witness }) => hostStateOf(opened, [witness]) !== hostState,
  );
};
