import { asItStands, type Standing } from '../../cases/port/standing.ts';
import type { Decider, StandingDecision } from '../../cases/port/standing-decision.ts';
import { Refusal } from '../../shared/refusals.ts';
import { consentWishWaived } from '../actions.ts';
import { herWord } from '../consent.ts';
import type { WaivedBy } from '../contract.ts';
import { consentOf, type ConsentStep } from '../store.ts';

/**
 * The published port of `witnesses` on how a wish for a woman as interpreter is waived: by whoever wished it and nobody else,
 * from their own page, or as the officer who holds contact enters their word. Of a child their guardian says it.
 */

export const wishOf = consentOf;

/** Whether such a wish stands. @param stood the consent */
export const wishesStill = (stood: Standing | undefined): stood is Standing =>
  stood?.wishes?.includes('woman-interpreter') === true;

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
  said: WaivedBy,
): StandingDecision<ConsentStep, { readonly gate: Standing['state'] }> {
  if (!wishesStill(stood)) throw new Refusal('gate-not-needed');
  const { wishes = [], ...stands } = asItStands(stood);
  const others = wishes.filter((wish) => wish !== 'woman-interpreter');
  return {
    // As it stands and no otherwise: what fell, and what an order put in its place, is not brought back by this.
    standing: { ...stands, ...(others.length === 0 ? {} : { wishes: others }) },
    step: { kind: 'wish-waived' as const, said },
    by,
    entry: (acting) =>
      consentWishWaived.entry({
        ...acting,
        ...herWord({ pseudonym }),
        details: { wish: 'womanInterpreter', ...said },
      }),
    answer: { gate: stood.state },
  };
}
