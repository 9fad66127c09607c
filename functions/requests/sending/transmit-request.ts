import { checkCaseOpen } from '../../cases/port/case-state.ts';
import { standingDecision } from '../../cases/port/standing-decision.ts';
import type { Handler } from '../../shared/http/call.ts';
import { patiently } from '../../shared/http/patiently.ts';
import { Refusal } from '../../shared/refusals.ts';
import { requestTransmitted } from '../actions.ts';
import { statesOf } from '../store.ts';
import { assertMayBeSent } from './checklist.ts';
import type { transmitRequest as route } from './contract.ts';
import { faultsOfDay } from './days.ts';
import { checklistNow, enterAsRequestingState, pairOf, requestNow, requestSteps } from './request.ts';

/** The request is entered as sent, with what was in it. Nothing that the host State demands is missing from it. */
export const transmitRequest: Handler<typeof route> = (call) => {
  const { actor, params, body, now, context } = call;
  const { basis, reference, sentOn } = body;
  return standingDecision(
    patiently(call),
    { gate: 'permission', series: requestSteps },
    (more) => enterAsRequestingState(context.store, params, actor, more),
    ({ self, witness, case: of, before }) => {
      const { hostState } = statesOf({ case: of, witness });
      const errors = faultsOfDay('/sentOn', sentOn, now);
      if (errors.length > 0) throw new Refusal('does-not-fit', {}, errors);
      const request = requestNow(before, hostState);
      const { lines } = checklistNow(pairOf({ case: of, witness }, sentOn), request, basis);
      assertMayBeSent(lines);
      const marked = (state: string) =>
        lines.map(({ item }) => item.id).filter((id) => request.marks.get(id)?.state === state);
      return {
        standing: undefined,
        step: { kind: 'sent' as const, hostState, pseudonym: self.pseudonym, basis, reference, sentOn },
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        changes: [checkCaseOpen(of)],
        entry: (by) =>
          requestTransmitted.entry({
            ...by,
            authority: { kind: 'permission', ref: reference },
            subject: { kind: 'witness', ref: witness.pseudonym },
            details: {
              hostState,
              legalBasis: basis,
              sentOn,
              done: marked('done'),
              notNeeded: marked('not-needed'),
            },
          }),
        answer: { sentOn },
      };
    },
  );
};
