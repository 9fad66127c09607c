import { parsePerson, personKey } from '../directory/port/actor.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Found } from '../shared/store/read-by-key.ts';
import { witnessHandedOver } from './actions.ts';
import type { handOverWitness as contract } from './contract.ts';
import { keepWitness, keptOf } from './keep-witness.ts';
import { contactGiven } from './port/case-state.ts';
import { memberKey, memberNow, parseMemberEver, type Member } from './port/membership.ts';

/**
 * Another support officer of the case holds contact from now on. The one who does hands over; where that one has no account
 * any more, a colleague of the same agency takes over, so that nobody is left alone; where that one was only named, anybody does.
 */
export const handOverWitness: Handler<typeof contract> = (call) => {
  const { actor, params, body, context } = call;
  const { to } = body;
  const [ofCase, ofDirectory] = [memberKey(params.caseId, to), personKey(to)];
  return keepWitness(
    call,
    [ofCase, ofDirectory],
    async (entered) => {
      const next = holderAmong(entered.found, ofCase, ofDirectory);
      const { witness } = entered;
      const [before] = await context.store.get([memberKey(params.caseId, witness.holder)]);
      return {
        // The one who is to hold contact does not leave meanwhile.
        changes: () => [contactGiven(entered.case)],
        set: { holder: to, mayKnow: witness.mayKnow.filter((personId) => personId !== to) },
        entry: (by) =>
          witnessHandedOver.entry({
            ...by,
            ...keptOf(entered),
            details: { from: parseMemberEver(before).pseudonym, to: next.pseudonym },
          }),
        answer: { holder: to },
      };
    },
    async ({ witness }) => {
      const [item, member] = await context.store.get([
        personKey(witness.holder),
        memberKey(params.caseId, witness.holder),
      ]);
      // Whoever was only named has no contact to give.
      if (parseMemberEver(member).untaken === true) return true;
      const holder = item === undefined ? undefined : parsePerson(item);
      return holder?.disabled === true && holder.agencyId === actor.agencyId;
    },
  );
};

/** @throws {Refusal} `person-not-suitable` for anybody but a support officer of the case who has an account */
function holderAmong(found: Found, ofCase: Parameters<Found>[0], ofDirectory: Parameters<Found>[0]): Member {
  const [item, person] = [found(ofCase), found(ofDirectory)];
  const member = memberNow(item);
  if (
    member?.role !== 'support-officer' ||
    person === undefined ||
    parsePerson(person).disabled === true ||
    parsePerson(person).role !== 'support-officer'
  )
    throw new Refusal('person-not-suitable', { field: 'holder' });
  return member;
}
