import type { FullPlan, PlanOfProsecutor } from './contract.ts';

/** Which part of a plan is for whom. */

/** What stays with the holder: knowing it would help whoever looks for the person. */
export const forHolderAlone = [
  'ownView',
  'bestInterests',
  'lovedOnes',
  'noContact',
  'stopSignal',
  'escapeWord',
  'onCall',
  'emergencyContacts',
  'dissent',
] as const satisfies readonly (keyof FullPlan)[];

/** The rest, and how the person sees the danger, without their words. Named field by field, so that what is added to a plan stays with its holder. */
export function planForProsecutor(plan: FullPlan): PlanOfProsecutor {
  const { phases, measures, mayHalt, fallback, aftercare, nextReview, decision, ownView } = plan;
  return {
    phases,
    measures,
    mayHalt,
    ...(fallback !== undefined && { fallback }),
    aftercare,
    ...(nextReview !== undefined && { nextReview }),
    decision,
    ...(ownView && { danger: ownView.danger }),
  };
}

/**
 * The plan as it is sealed into the log: what is for the holder alone is a field each, so that a court can be shown the
 * measures without the word for an emergency.
 */
export function sealedPlan(
  plan: FullPlan,
): Readonly<Record<'plan' | (typeof forHolderAlone)[number], string>> {
  const {
    ownView,
    bestInterests,
    lovedOnes,
    noContact,
    stopSignal,
    escapeWord,
    onCall,
    emergencyContacts,
    dissent,
    ...rest
  } = plan;
  return {
    plan: JSON.stringify(rest),
    ownView: JSON.stringify(ownView ?? null),
    bestInterests: JSON.stringify(bestInterests ?? null),
    lovedOnes: JSON.stringify(lovedOnes),
    noContact: JSON.stringify(noContact),
    stopSignal: stopSignal ?? '',
    escapeWord: escapeWord ?? '',
    onCall: JSON.stringify(onCall),
    emergencyContacts: JSON.stringify(emergencyContacts),
    dissent: dissent ?? '',
  };
}
