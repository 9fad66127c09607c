import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { commit } from '../../shared/store/commit.ts';
import { parseInstant } from '../../shared/values/instants.ts';
import { identityRead } from '../actions.ts';
import type * as contract from './contract.ts';
import { vaultStep } from './step.ts';
import {
  assertKept,
  openIdentity,
  putUnmasking,
  stillKept,
  unmaskingIn,
  unmaskingKeys,
  vaultKeys,
} from './store.ts';
import { assertMayRead, mayBeOfTwo, untilOf } from './unmasking.ts';

/**
 * Who somebody is, for whoever asked, in the time that another agreed to. The entry is written before the answer leaves. The
 * answer is recorded under no Idempotency-Key: what is read again is entered again, and what was erased comes back by no key.
 */
export const readIdentity: Handler<typeof contract.readIdentity> = (call) => {
  const { actor, params, body, now, context } = call;
  const { unmaskingId } = body;
  return commit(context, () =>
    vaultStep(call, [...vaultKeys(params), ...unmaskingKeys(params, unmaskingId)], ({ witness, found }) => {
      // Who handed the person over holds nothing any more, whatever was agreed to.
      if (!mayBeOfTwo(actor, witness)) throw new Refusal('not-your-role');
      const kept = assertKept(found, params);
      const before = unmaskingIn(found, params, unmaskingId);
      const unmasking = assertMayRead(before, actor.personId, now);
      const until = (untilOf(unmasking) ?? now).toISOString();
      const readings = before.readings + 1;
      return {
        changes: [putUnmasking(params, before, { ...before, readings }), stillKept(params, kept)],
        entry: (by) =>
          identityRead.entry({
            ...by,
            authority: { kind: 'permission', ref: `unmasking ${unmaskingId}` },
            subject: { kind: 'witness', ref: witness.pseudonym },
            details: { unmasking: unmaskingId, reading: readings, until },
          }),
        answer: { ...openIdentity(found, params, kept), until: parseInstant(until), readings },
      };
    }),
  );
};
