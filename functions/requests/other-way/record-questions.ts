import { personPartition, standingDecision } from '../../cases/port/standing-decision.ts';
import { parseStanding, standingKey } from '../../cases/port/standing.ts';
import { askToDo, doneWith } from '../../notices/port/case-tasks.ts';
import { sealAll } from '../../custody/port/disclosure.ts';
import type { Handler } from '../../shared/http/call.ts';
import { patiently } from '../../shared/http/patiently.ts';
import { nextNumber, readSeries } from '../../shared/store/numbered-series.ts';
import { questionsAnswered, questionsReturned, questionsSent } from '../actions.ts';
import { stateOf } from '../permission/decision.ts';
import { ofState, permissionNow } from '../permission/steps.ts';
import { enterAsRequestingState } from '../sending/request.ts';
import { enterAsEitherState, questions, statesOf, steps } from '../store.ts';
import { asItStood } from './as-it-stood.ts';
import { overOn } from './closed.ts';
import type { recordQuestions as contract } from './contract.ts';
import { answersTask, checkQuestions } from './questions.ts';

/**
 * Questions in writing go to the host State by the authority that asks, and come back to it; that they were answered, the
 * authority of either State says. Whoever sent them is told once the day for the answers is over and none came.
 */
export const recordQuestions: Handler<typeof contract> = (call) => {
  const { actor, params, body, now, context } = call;
  const { caseId, party } = params;
  const own = standingKey(caseId, party, 'permission');
  const enter = body.step === 'answered' ? enterAsEitherState : enterAsRequestingState;
  return standingDecision(
    patiently(call),
    { gate: 'permission', series: questions },
    (more) => enter(context.store, params, actor, more),
    async ({ self, witness, case: of, before, found }) => {
      const stood = parseStanding(found(own));
      const taken = await readSeries(context.store, steps, personPartition(caseId, party));
      const { hostState } = statesOf({ case: of, witness });
      const { decision, tried } = permissionNow(ofState(taken, hostState));
      // What fell with a border, or with the case, allows nothing.
      const stands = decision !== undefined && stood?.state === stateOf(decision, tried);
      checkQuestions(before, body, stands ? decision : undefined, now);
      const number = body.step === 'sent' ? nextNumber(before) : body.of;
      const task = answersTask(party, number);
      const about = {
        authority: { kind: 'permission', ref: decision?.reference ?? hostState },
        subject: { kind: 'witness', ref: party },
      } as const;
      const by = { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym };
      const rest = { standing: undefined, by, answer: { number } };
      if (body.step === 'sent') {
        const { number: document, ...sent } = body;
        const { sha256, on, language, translation, answerBy } = sent;
        const { digests, disclosures } = sealAll({ language }, context.randomBytes);
        const due = answerBy === undefined ? undefined : overOn(answerBy);
        return {
          ...rest,
          step: { ...sent, document, disclosures },
          changes: [
            asItStood(own, stood),
            ...(due === undefined
              ? []
              : askToDo({ caseId, task, personId: actor.personId, dueAt: due }, now, due)),
          ],
          entry: (acting) =>
            questionsSent.entry({
              ...acting,
              ...about,
              details: { number, document, sha256, on, translation, answerBy },
              sealed: digests,
            }),
        };
      }
      return {
        ...rest,
        step: body,
        changes: body.step === 'answered' ? [doneWith(caseId, task)] : [],
        entry: (acting) =>
          body.step === 'answered'
            ? questionsAnswered.entry({
                ...acting,
                ...about,
                details: { of: body.of, sha256: body.sha256, on: body.on },
              })
            : questionsReturned.entry({ ...acting, ...about, details: { of: body.of, on: body.on } }),
      };
    },
  );
};
