import { commitment, SALT_BYTES } from '../../custody/port/disclosure.ts';
import type { Handler } from '../../shared/http/call.ts';
import { newId } from '../../shared/values/ids.ts';
import { unmaskingAsked } from '../actions.ts';
import { officerOn } from '../store.ts';
import type * as contract from './contract.ts';
import { vaultStep } from './step.ts';
import {
  askedKey,
  assertKept,
  markAsked,
  putUnmasking,
  readUnmaskings,
  sealReason,
  vaultKeys,
} from './store.ts';
import { assertNoneWaits, assertOfTwo } from './unmasking.ts';

/** The first of the two says why and for how long. The reason is sealed in the log: it may tell of the person. */
export const askUnmasking: Handler<typeof contract.askUnmasking> = (call) => {
  const { actor, params, body, now, context, commit } = call;
  const { personId, agencyId } = actor;
  return commit(() =>
    vaultStep(call, [...vaultKeys(params), askedKey(params, personId)], async ({ self, witness, found }) => {
      assertOfTwo(actor, witness);
      assertKept(found, params);
      assertNoneWaits(await readUnmaskings(context.store, params), personId, now);
      const unmaskingId = newId(context.randomBytes);
      const { digest, disclosure } = commitment('reason', body.reason, context.randomBytes(SALT_BYTES));
      const { ground, minutes } = body;
      return {
        changes: [
          putUnmasking(params, undefined, {
            unmaskingId,
            ground,
            minutes,
            sealedReason: sealReason(
              params,
              found,
              unmaskingId,
              { reason: body.reason, disclosure },
              context.randomBytes,
            ),
            askedAt: now.toISOString(),
            askedBy: { personId, pseudonym: self.pseudonym, agencyId },
            readings: 0,
          }),
          markAsked(found, params, personId, unmaskingId),
        ],
        entry: (by) =>
          unmaskingAsked.entry({
            ...by,
            ...officerOn(self, witness),
            details: { unmasking: unmaskingId, ground, minutes },
            sealed: { reason: digest },
          }),
        answer: { unmaskingId },
      };
    }),
  );
};
