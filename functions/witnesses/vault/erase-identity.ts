import { checkMayErase } from '../../cases/port/case-state.ts';
import { dayWhere } from '../../cases/port/day-where.ts';
import { eraseSaid, saidKey } from '../../cases/port/said-of-witness.ts';
import type { Handler } from '../../shared/http/call.ts';
import { patiently } from '../../shared/http/patiently.ts';
import { Refusal } from '../../shared/refusals.ts';
import { identityErased } from '../actions.ts';
import { officerOn } from '../store.ts';
import type * as contract from './contract.ts';
import { agedKeys, eraseAge } from './erase-age.ts';
import { vaultStep } from './step.ts';
import { assertKept, eraseFor, vaultKeys } from './store.ts';

/**
 * The holder destroys the key, and in the same act what the case knows of languages and of age, and what records of consent say of
 * age. What was agreed to before can be read no more, and the case goes on under the pseudonym. Not while it is held for an appeal.
 */
export const eraseIdentity: Handler<typeof contract.eraseIdentity> = (call) => {
  const { actor, params, body, now, context } = call;
  const said = saidKey({ caseId: params.caseId, pseudonym: params.party });
  return patiently(call).commit(() =>
    vaultStep(
      call,
      [...vaultKeys(params), ...agedKeys(params), said],
      async ({ case: opened, self, witness, found }) => {
        if (witness.holder !== actor.personId) throw new Refusal('not-your-role');
        const kept = assertKept(found, params);
        const age = await eraseAge(context.store, found, params, now);
        const erased = [
          checkMayErase(opened),
          ...eraseFor(params, kept, now),
          ...(await eraseSaid(context.store, found, witness, dayWhere(witness, now))),
        ];
        return {
          changes: (leafHash) => [...erased, ...age.changes(leafHash)],
          entry: (by) =>
            identityErased.entry({
              ...by,
              ...officerOn(self, witness),
              details: { ground: body.ground, version: kept.version, consentFell: age.consentFell },
            }),
          answer: { erased: true as const },
        };
      },
    ),
  );
};
