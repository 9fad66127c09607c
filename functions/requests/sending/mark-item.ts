import { checkCaseOpen } from '../../cases/port/case-state.ts';
import { standingDecision } from '../../cases/port/standing-decision.ts';
import type { Handler } from '../../shared/http/call.ts';
import { patiently } from '../../shared/http/patiently.ts';
import { Refusal } from '../../shared/refusals.ts';
import { requestItemMarked } from '../actions.ts';
import { everyItem } from '../law/checklist-for.ts';
import { statesOf } from '../store.ts';
import type { markItem as route } from './contract.ts';
import { faultsOfDay } from './days.ts';
import { enterAsRequestingState, requestSteps } from './request.ts';

/** An officer of the requesting authority says that something is in the request, and on what paper it stands. */
export const markItem: Handler<typeof route> = (call) => {
  const { actor, params, body, now, context } = call;
  const { item, state } = body;
  return standingDecision(
    patiently(call),
    { gate: 'permission', series: requestSteps },
    (more) => enterAsRequestingState(context.store, params, actor, more),
    ({ self, witness, case: of }) => {
      const errors = [
        ...(everyItem.some(({ id }) => id === item)
          ? []
          : [{ pointer: '/item', message: 'The law data has no such item. Load the page again.' }]),
        ...(body.state === 'missing' ? [] : faultsOfDay('/datedOn', body.datedOn, now)),
      ];
      if (errors.length > 0) throw new Refusal('does-not-fit', {}, errors);
      const { hostState } = statesOf({ case: of, witness });
      const paper = body.state === 'missing' ? {} : { reference: body.reference, datedOn: body.datedOn };
      return {
        standing: undefined,
        step: { kind: 'marked' as const, hostState, pseudonym: self.pseudonym, item, state, ...paper },
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        changes: [checkCaseOpen(of)],
        entry: (by) =>
          requestItemMarked.entry({
            ...by,
            authority: { kind: 'role', ref: self.role },
            subject: { kind: 'witness', ref: witness.pseudonym },
            details: { hostState, item, state, ...paper },
          }),
        answer: { item, state },
      };
    },
  );
};
