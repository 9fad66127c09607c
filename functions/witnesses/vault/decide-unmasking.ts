import type { Handler } from '../../shared/http/call.ts';
import { parseInstant } from '../../shared/values/instants.ts';
import { unmaskingAgreed, unmaskingDeclined } from '../actions.ts';
import { officerOn } from '../store.ts';
import type * as contract from './contract.ts';
import { vaultStep } from './step.ts';
import { assertKept, keptKeys, putUnmasking, stillKept, unmaskingIn, unmaskingKeys } from './store.ts';
import { assertMayDecide, assertOfTwo, untilOf } from './unmasking.ts';

/** The second of the two, of another agency, agrees to this one asking or does not. */
export const decideUnmasking: Handler<typeof contract.decideUnmasking> = (call) => {
  const { actor, params, body, now, commit } = call;
  const { unmaskingId, decision } = body;
  return commit(() =>
    vaultStep(
      call,
      [...keptKeys(params), ...unmaskingKeys(params, unmaskingId)],
      ({ self, witness, found }) => {
        assertOfTwo(actor, witness);
        const kept = assertKept(found, params);
        const before = unmaskingIn(found, params, unmaskingId);
        assertMayDecide(before, actor, now);
        const { personId, agencyId } = actor;
        const by = { personId, pseudonym: self.pseudonym, agencyId };
        const after = { ...before, decision: { is: decision, at: now.toISOString(), by } };
        const until = untilOf(after)?.toISOString();
        return {
          changes: [putUnmasking(params, before, after), stillKept(params, kept)],
          entry: (entered) => {
            const said = { ...entered, ...officerOn(self, witness) };
            const details = { unmasking: unmaskingId, askedBy: before.askedBy.pseudonym };
            return until === undefined
              ? unmaskingDeclined.entry({ ...said, details })
              : unmaskingAgreed.entry({ ...said, details: { ...details, until } });
          },
          answer: until === undefined ? {} : { until: parseInstant(until) },
        };
      },
    ),
  );
};
