import { asItStands, parseStanding, standingKey } from '../cases/port/standing.ts';
import { standingDecision } from '../cases/port/standing-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { consentWishWaived } from './actions.ts';
import { herWord } from './consent.ts';
import type * as contract from './contract.ts';
import { consentOf, enterAsHolder } from './store.ts';

/**
 * Somebody who wished for a woman as interpreter is content with whoever is there. Nothing else of the consent changes, so
 * nobody has to go through all of it for this; a consent that is recorded anew can wish for it anew.
 * @throws {Refusal} `gate-not-needed` where no such wish stands
 */
export const waiveWish: Handler<typeof contract.waiveWish> = (call) => {
  const { actor, params, context } = call;
  return standingDecision(
    call,
    consentOf,
    (more) => enterAsHolder('consent', context.store, params, actor, more),
    ({ self, witness, found }) => {
      const stood = parseStanding(found(standingKey(params.caseId, params.party, 'consent')));
      if (stood?.wishes?.includes('woman-interpreter') !== true) throw new Refusal('gate-not-needed');
      const { wishes, ...stands } = asItStands(stood);
      const others = (wishes ?? []).filter((wish) => wish !== 'woman-interpreter');
      const { state } = stood;
      return {
        // As it stands and no otherwise: what fell, and what an order put in its place, is not brought back by this.
        standing: { ...stands, ...(others.length === 0 ? {} : { wishes: others }) },
        step: { kind: 'wish-waived' as const },
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) =>
          consentWishWaived.entry({ ...by, ...herWord(witness), details: { wish: 'womanInterpreter' } }),
        answer: { gate: state },
      };
    },
  );
};
