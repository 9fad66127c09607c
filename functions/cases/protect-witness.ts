import { sealAll } from '../custody/port/disclosure.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { witnessProtected } from './actions.ts';
import type { protectWitness as contract } from './contract.ts';
import { keepWitness, keptOf } from './keep-witness.ts';
import { memberKey, memberNow } from './port/membership.ts';

/** Where somebody is and who may know it, as the holder says it: what the opener of the case typed counts no more. */
export const protectWitness: Handler<typeof contract> = (call) => {
  const { params, body, context } = call;
  const { protected: shielded, zone } = body;
  const mayKnow = [...new Set(body.mayKnow)];
  const keys = mayKnow.map((personId) => memberKey(params.caseId, personId));
  return keepWitness(call, keys, (entered) => {
    const knowing = keys.map((key) => memberNow(entered.found(key)));
    if (knowing.includes(undefined)) throw new Refusal('person-not-suitable', { field: 'mayKnow' });
    const { digests, disclosures } = sealAll({ zone }, context.randomBytes);
    return {
      disclosures,
      set: { protected: shielded, zone, mayKnow },
      entry: (by) =>
        witnessProtected.entry({
          ...by,
          ...keptOf(entered),
          details: {
            protected: shielded,
            mayKnowPlace: knowing.flatMap((member) => member?.pseudonym ?? []),
          },
          sealed: digests,
        }),
      answer: { protected: shielded },
    };
  });
};
