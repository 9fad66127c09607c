import { dayWhere } from '../cases/port/day-where.ts';
import { standingDecision } from '../cases/port/standing-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { consentWishWaived } from './actions.ts';
import { wishesOf } from './consent/needed.ts';
import { consentOn, isEarlier } from './consent/standing.ts';
import { herWord } from './consent.ts';
import type * as contract from './contract.ts';
import { consentOf, enterAsHolder } from './store.ts';
import { standsTo } from './where-they-are.ts';

/**
 * Somebody who wished for a woman as interpreter is content with whoever is there. Nothing else of the consent changes, so
 * nobody has to go through all of it for this; a consent that is recorded anew can wish for it anew.
 * @throws {Refusal} `gate-not-needed` where no such wish stands
 */
export const waiveWish: Handler<typeof contract.waiveWish> = (call) => {
  const { actor, params, now, context } = call;
  return standingDecision(
    call,
    consentOf,
    (more) => enterAsHolder('consent', context.store, params, actor, more),
    ({ self, witness, before }) => {
      const last = before.at(-1);
      const { wishes = [] } = last?.kind === 'record' && !isEarlier(last.record) ? wishesOf(last.record) : {};
      if (!wishes.includes('woman-interpreter')) throw new Refusal('gate-not-needed');
      const others = wishes.filter((wish) => wish !== 'woman-interpreter');
      const { state, lastDay } = consentOn(before, dayWhere(witness, now));
      return {
        standing: {
          state,
          ...standsTo(witness, lastDay),
          ...(others.length === 0 ? {} : { wishes: others }),
        },
        step: { kind: 'wish-waived' as const },
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) =>
          consentWishWaived.entry({ ...by, ...herWord(witness), details: { wish: 'womanInterpreter' } }),
        answer: { gate: state },
      };
    },
  );
};
