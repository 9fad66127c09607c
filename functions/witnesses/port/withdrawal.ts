import type { Decider, StandingDecision } from '../../cases/port/standing-decision.ts';
import { consentWithdrawn } from '../actions.ts';
import { herWord } from '../consent.ts';
import { consentOf, type ConsentStep } from '../store.ts';

/** The published port of `witnesses` on how consent is withdrawn, whoever says so: an officer of the case, or they themselves. */

export const withdrawnConsent = consentOf;

/**
 * What a withdrawal comes to. Nothing has to be there first and no reason is asked.
 * @param pseudonym whose consent it is
 */
export const withdrawalBy = (
  by: Decider,
  pseudonym: string,
): StandingDecision<ConsentStep, { readonly gate: 'refused' }> => ({
  standing: { state: 'refused' },
  step: { kind: 'withdrawal' as const },
  by,
  entry: (acting) =>
    consentWithdrawn.entry({ ...acting, ...herWord({ pseudonym }), details: { gate: 'refused' } }),
  answer: { gate: 'refused' as const },
});
