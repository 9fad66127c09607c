import { asItStands, type KeptWish, type Standing } from '../../cases/port/standing.ts';
import type { Decider, StandingDecision } from '../../cases/port/standing-decision.ts';
import { Refusal } from '../../shared/refusals.ts';
import { consentWishWaived } from '../actions.ts';
import { herWord } from '../consent.ts';
import type { WaivableWish, WaivedBy } from '../contract.ts';
import { consentOf, type ConsentStep } from '../store.ts';

/**
 * The published port of `witnesses` on how a wish for a woman as interpreter, or for a supporter, is waived: by whoever wished it and nobody else,
 * from their own page, or as the officer who holds contact enters their word. Of a child their guardian says it.
 */

export const wishOf = consentOf;

/** Under which name a wish that can be waived is kept. */
const keptAs = { womanInterpreter: 'woman-interpreter', supporter: 'supporter' } as const satisfies Readonly<
  Record<WaivableWish, KeptWish>
>;

/** Whether such a wish stands. @param stood the consent */
export const wishesStill = (
  stood: Standing | undefined,
  wish: WaivableWish = 'womanInterpreter',
): stood is Standing => stood?.wishes?.includes(keptAs[wish]) === true;

/**
 * What a waiver comes to. Nothing else of the consent changes, so nobody has to go through all of it for this; a consent that
 * is recorded anew can wish for it anew.
 * @param pseudonym whose wish it was
 * @param said who said so, and how
 * @throws {Refusal} `gate-not-needed` where no such wish stands
 */
export function wishWaived(
  by: Decider,
  pseudonym: string,
  stood: Standing | undefined,
  wish: WaivableWish,
  said: WaivedBy,
): StandingDecision<ConsentStep, { readonly gate: Standing['state'] }> {
  if (!wishesStill(stood, wish)) throw new Refusal('gate-not-needed');
  const { wishes = [], ...stands } = asItStands(stood);
  const others = wishes.filter((each) => each !== keptAs[wish]);
  return {
    // As it stands and no otherwise: what fell, and what an order put in its place, is not brought back by this.
    standing: { ...stands, ...(others.length === 0 ? {} : { wishes: others }) },
    step: { kind: 'wish-waived' as const, wish, said },
    by,
    entry: (acting) =>
      consentWishWaived.entry({
        ...acting,
        ...herWord({ pseudonym }),
        details: { wish, ...said },
      }),
    answer: { gate: stood.state },
  };
}
