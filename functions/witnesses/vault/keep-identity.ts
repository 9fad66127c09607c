import { dayWhere } from '../../cases/port/day-where.ts';
import { personPartition } from '../../cases/port/standing-decision.ts';
import { commitment, SALT_BYTES } from '../../custody/port/disclosure.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { readSeries } from '../../shared/store/numbered-series.ts';
import { identityKept } from '../actions.ts';
import { isEarlier } from '../consent/standing.ts';
import { standingOf } from '../consent.ts';
import { consents, officerOn } from '../store.ts';
import type * as contract from './contract.ts';
import { assertCanBe } from './identity.ts';
import { vaultStep } from './step.ts';
import { keptIn, putIdentity, vaultKeys } from './store.ts';

/** The holder keeps who somebody is. What stood there before is gone: it is nobody's business who they were said to be. */
export const keepIdentity: Handler<typeof contract.keepIdentity> = (call) => {
  const { actor, params, body, now, context, commit } = call;
  return commit(() =>
    vaultStep(call, vaultKeys(params), async ({ self, witness, found }) => {
      if (witness.holder !== actor.personId) throw new Refusal('not-your-role');
      if (keptIn(found, params)?.state === 'erased') throw new Refusal('identity-erased');
      const steps = await readSeries(context.store, consents, personPartition(params.caseId, params.party));
      const record = standingOf(steps)?.record;
      const consent = record === undefined || isEarlier(record) ? undefined : record;
      assertCanBe(body, { consent, ofAgeOn: witness.ofAgeOn }, dayWhere(witness, now));
      const { digest, disclosure } = commitment(
        'identity',
        JSON.stringify(body),
        context.randomBytes(SALT_BYTES),
      );
      const { randomBytes } = context;
      const { version, changes } = putIdentity(
        params,
        found,
        { identity: body, disclosure },
        { now, randomBytes },
      );
      return {
        changes,
        entry: (by) =>
          identityKept.entry({
            ...by,
            ...officerOn(self, witness),
            details: { version },
            sealed: { identity: digest },
          }),
        answer: { version },
      };
    }),
  );
};
