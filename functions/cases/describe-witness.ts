import { sealAll } from '../custody/port/disclosure.ts';
import type { Handler } from '../shared/http/call.ts';
import { doesNotFit, Refusal } from '../shared/refusals.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { witnessDescribed } from './actions.ts';
import type { describeWitness as contract } from './contract.ts';
import { keepWitness, keptOf } from './keep-witness.ts';
import { capacityOn, isBornLater } from './port/capacity.ts';
import { dayWhere } from './port/day-where.ts';
import { parseStanding, putStanding, standingKey } from './port/standing.ts';

/**
 * As what somebody is heard, what they speak, and of a child when they are of age. Whose word consent is goes by age: where
 * that is another than was said before, what stood falls in this transaction, and is asked anew.
 */
export const describeWitness: Handler<typeof contract> = (call) => {
  const { params, body, now, context } = call;
  const { capacity, languages, ofAgeOn } = body;
  const whose = { caseId: params.caseId, pseudonym: params.party, gate: 'consent' } as const;
  const own = standingKey(whose.caseId, whose.pseudonym, whose.gate);
  return keepWitness(call, [own], (entered) => {
    const { witness, self } = entered;
    if (witness.erased === true) throw new Refusal('identity-erased');
    const day = dayWhere(witness, now);
    assertBorn(ofAgeOn, day);
    const before = parseStanding(entered.found(own));
    const heardAs = capacityOn({ capacity, ofAgeOn }, day);
    // Nobody but a witness is heard by order of a court.
    const isFree = before?.byOrder === true && heardAs !== 'witness';
    const falls = before?.state === 'open' && (ofAgeOn !== witness.ofAgeOn || isFree);
    const { digests, disclosures } = sealAll(
      { languages: JSON.stringify(languages), ofAgeOn: ofAgeOn ?? '' },
      context.randomBytes,
    );
    return {
      disclosures,
      set: { capacity, languages, ofAgeOn, describedBy: self.pseudonym },
      changes: (leafHash) =>
        falls
          ? [
              putStanding(whose, before, {
                state: before.refused === true ? 'refused' : 'missing',
                recordedAt: parseInstant(now.toISOString()),
                leafHash,
              }),
            ]
          : [],
      entry: (by) =>
        witnessDescribed.entry({
          ...by,
          ...keptOf(entered),
          details: { capacity: heardAs, consentFell: falls },
          sealed: digests,
        }),
      answer: { capacity: heardAs },
    };
  });
};

/** @throws {Refusal} `does-not-fit` for an eighteenth birthday of somebody who is not born yet */
function assertBorn(ofAgeOn: string | undefined, day: string): void {
  if (ofAgeOn !== undefined && isBornLater(ofAgeOn, day))
    throw doesNotFit(
      '/ofAgeOn',
      'By that day the date of birth is still to come. Give the eighteenth birthday.',
    );
}
