import { Refusal, type FieldError } from '../../shared/refusals.ts';
import { planPhases, type FullPlan } from './contract.ts';

/** Whether a plan can carry a go. */

/** A place in the plan, and what is to be done there. */
const lack = (pointer: string, message: string): FieldError => ({ pointer, message });

/** What is missing of the best interests of a child (domain notes C5). */
export const lacksOfChild = (plan: Pick<FullPlan, 'bestInterests'>): readonly FieldError[] =>
  plan.bestInterests === undefined
    ? [
        lack(
          '/bestInterests/how',
          'This is a child: say what is best for it, how that was assessed, and by whom.',
        ),
      ]
    : [];

/**
 * @param day `YYYY-MM-DD`, where the person is
 * @param isChild whether they are heard as a child on that day
 */
export function lacksOfGo(plan: FullPlan, day: string, isChild: boolean): readonly FieldError[] {
  const { ownView, phases, measures, stopSignal, escapeWord, onCall, nextReview } = plan;
  const remains = planPhases.map((phase) => phases[phase].remains);
  const checks: readonly (FieldError | false)[] = [
    ownView === undefined && lack('/ownView/danger', 'Ask the person first how they see the danger.'),
    ownView?.danger === 'great' &&
      ownView.answered === undefined &&
      lack('/ownView/answered', 'The person sees great danger: say what was done about it.'),
    ...planPhases.map(
      (phase, at) => remains[at] === undefined && lack(`/phases/${phase}/remains`, 'Say what risk remains.'),
    ),
    measures.length === 0 && lack('/measures', 'Name at least one measure.'),
    remains.includes('high') &&
      !measures.includes('supporter-beside-her') &&
      lack('/measures', 'Where a high risk remains, a supporter must be beside the person.'),
    stopSignal === undefined && lack('/stopSignal', 'Agree on a sign by which the person stops.'),
    escapeWord === undefined && lack('/escapeWord', 'Agree on a word for when somebody is in the room.'),
    escapeWord !== undefined &&
      escapeWord.toLowerCase() === stopSignal?.toLowerCase() &&
      lack('/escapeWord', 'It must not be the sign for a stop: the one is seen by all, the other by nobody.'),
    plan.mayHalt.length === 0 && lack('/mayHalt', 'Say who beside the person may halt.'),
    onCall.length === 0 && lack('/onCall/0/who', 'Say who answers the silent alarm, and when.'),
    plan.emergencyContacts.length === 0 &&
      lack('/emergencyContacts/0/who', 'Name somebody for an emergency.'),
    plan.fallback === undefined && lack('/fallback', 'Say what is done when the line is lost.'),
    plan.aftercare.length === 0 && lack('/aftercare', 'Say what comes afterwards.'),
    (nextReview === undefined || nextReview < day) &&
      lack('/nextReview', 'Give a day to come on which the plan is looked at again.'),
  ];
  return [...checks.filter((each) => each !== false), ...(isChild ? lacksOfChild(plan) : [])];
}

/** @throws {Refusal} `does-not-fit` naming all that a go lacks; a no-go needs nothing */
export function assertCanGo(plan: FullPlan, day: string, isChild: boolean): void {
  if (plan.decision === 'no-go') return;
  const lacks = lacksOfGo(plan, day, isChild);
  if (lacks.length > 0) throw new Refusal('does-not-fit', {}, lacks);
}
