import type * as z from 'zod';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { instantOf, type Instant } from '../../shared/values/instants.ts';
import type { PermissionDecision } from '../permission/contract.ts';
import { latestToday } from '../permission/decision.ts';
import type { QuestionsStep } from '../store.ts';
import { overOn } from './closed.ts';
import type { questionsShown, questionsStep } from './contract.ts';

/** The way of questions in writing: sent, answered, back with whoever asked. Pure. */

/** About one person; more than any case has, so that a flood stops by itself. */
const mostSteps = 240;

type Sent = Extract<QuestionsStep, { readonly step: 'sent' }>;

export const allowsQuestions = (given: PermissionDecision | undefined): boolean =>
  given?.decision === 'granted' && given.modalities.includes('written-questions');

const stepOf = <Is extends QuestionsStep['step']>(steps: readonly QuestionsStep[], is: Is, of: number) =>
  steps.find(
    (each): each is Extract<QuestionsStep, { readonly step: Is }> =>
      each.step === is && ('of' in each ? each.of : each.number) === of,
  );

/**
 * @param given what stands of the host State’s decision; undefined where nothing does
 * @throws {Refusal} `does-not-fit` for what is not the next step, or on a day on which it cannot have been; `too-many-entries`
 */
export function checkQuestions(
  steps: readonly QuestionsStep[],
  body: z.output<typeof questionsStep>,
  given: PermissionDecision | undefined,
  now: Date,
): void {
  if (steps.length >= mostSteps) throw new Refusal('too-many-entries');
  if (body.on > latestToday(now)) throw doesNotFit('/on', 'That day is to come. Correct it.');
  if (body.step === 'sent') return checkSent(body, given);
  const sent = stepOf(steps, 'sent', body.of);
  const before = body.step === 'answered' ? sent : stepOf(steps, 'answered', body.of);
  if (sent === undefined || before === undefined || stepOf(steps, body.step, body.of) !== undefined)
    throw doesNotFit('/of', 'Those questions do not wait for this. Load the page again.');
  if (body.on < before.on)
    throw doesNotFit('/on', 'It was before what went before it. Correct one of the two days.');
}

function checkSent(
  { on, answerBy }: Extract<z.output<typeof questionsStep>, { readonly step: 'sent' }>,
  given: PermissionDecision | undefined,
): void {
  if (given === undefined || !allowsQuestions(given))
    throw doesNotFit('/step', 'The host State does not allow questions in writing. Read what stands.');
  if (on < given.decidedOn) throw doesNotFit('/on', 'Nothing is sent before it is decided. Correct the day.');
  if (answerBy !== undefined && answerBy < on)
    throw doesNotFit('/answerBy', 'No answer comes before the questions. Correct one of the two days.');
}

/** Those that were sent, the latest first, each as far as it has come. @param language whether the reader may know it */
export const questionsAt = (
  steps: readonly QuestionsStep[],
  now: Date,
  language: boolean,
): readonly z.input<typeof questionsShown>[] =>
  sentIn(steps)
    .toReversed()
    .map((sent) => {
      const answered = stepOf(steps, 'answered', sent.number);
      const returned = stepOf(steps, 'returned', sent.number);
      return {
        number: sent.number,
        document: sent.document,
        sha256: sent.sha256,
        sentOn: sent.on,
        ...(language ? { language: sent.language } : {}),
        translation: sent.translation,
        ...(sent.answerBy === undefined ? {} : { answerBy: sent.answerBy }),
        late: dueOf(steps, sent) !== undefined && isOver(sent, now),
        ...(answered === undefined ? {} : { answered: { on: answered.on, sha256: answered.sha256 } }),
        ...(returned === undefined ? {} : { returnedOn: returned.on }),
      };
    });

const sentIn = (steps: readonly QuestionsStep[]) =>
  steps.filter((each): each is Sent => each.step === 'sent');

const isOver = ({ answerBy }: Sent, now: Date): boolean =>
  answerBy !== undefined && overOn(answerBy) <= instantOf(now.getTime());

/** When the answers are due of questions that wait for them; undefined where they came, or no day was given. */
const dueOf = (steps: readonly QuestionsStep[], { number, answerBy }: Sent): Instant | undefined =>
  answerBy === undefined || stepOf(steps, 'answered', number) !== undefined ? undefined : overOn(answerBy);

/** Answers that somebody waits for, by whoever sent the questions. */
export const answersDue = (steps: readonly QuestionsStep[], personId: string): readonly Instant[] =>
  sentIn(steps)
    .filter(({ recordedBy }) => recordedBy === personId)
    .flatMap((sent) => dueOf(steps, sent) ?? []);

/** The name of that task among those of the case. */
export const answersTask = (party: string, number: number): string => `answers ${party} ${number}`;
