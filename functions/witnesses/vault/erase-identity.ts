import { checkMayErase } from '../../cases/port/case-state.ts';
import type { Handler } from '../../shared/http/call.ts';
import { patiently } from '../../shared/http/patiently.ts';
import { Refusal } from '../../shared/refusals.ts';
import { identityErased } from '../actions.ts';
import { officerOn } from '../store.ts';
import type * as contract from './contract.ts';
import { vaultStep } from './step.ts';
import { assertKept, eraseFor, vaultKeys } from './store.ts';

/** The holder destroys the key. What was agreed to before can be read no more, and the case goes on under the pseudonym. Not while it is held for an appeal. */
export const eraseIdentity: Handler<typeof contract.eraseIdentity> = (call) => {
  const { actor, params, body, now } = call;
  return patiently(call).commit(() =>
    vaultStep(call, vaultKeys(params), ({ case: opened, self, witness, found }) => {
      if (witness.holder !== actor.personId) throw new Refusal('not-your-role');
      const kept = assertKept(found, params);
      return {
        changes: [checkMayErase(opened), ...eraseFor(params, kept, now)],
        entry: (by) =>
          identityErased.entry({
            ...by,
            ...officerOn(self, witness),
            details: { ground: body.ground, version: kept.version },
          }),
        answer: { erased: true as const },
      };
    }),
  );
};
