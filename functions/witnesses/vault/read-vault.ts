import { enterParty } from '../../cases/port/enter-party.ts';
import { knowerOf, mayKnowField } from '../../cases/port/who-may-know-a-field.ts';
import type { Handler } from '../../shared/http/call.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { parseInstant } from '../../shared/values/instants.ts';
import type * as contract from './contract.ts';
import { keptIn, readUnmaskings, reasonOf, vaultKeys, type KeptUnmasking } from './store.ts';
import { isOther, mayBeOfTwo, stateOf, untilOf } from './unmasking.ts';

/** That something is kept, and who asked, agreed and read: everybody who could be one of the two sees it all, and so does the auditor. */
export const readVault: Handler<typeof contract.readVault> = async ({
  actor,
  params,
  now,
  context: { store },
}) => {
  const [{ witness, found }, unmaskings] = await Promise.all([
    enterParty(store, params, actor, vaultKeys(params)),
    readUnmaskings(store, params),
  ]);
  const kept = keptIn(found, params);
  const ofTwo = mayBeOfTwo(actor, witness);
  const isHolder = witness.holder === actor.personId;
  // A colleague of the holder is of the case, and no more than that.
  const sees = mayKnowField('unmaskingReason', knowerOf(actor, witness));
  return {
    state: kept?.state ?? 'none',
    ...(kept && { since: parseInstant(kept.since) }),
    holds: isHolder,
    mayAsk: ofTwo && kept?.state === 'kept',
    unmaskings: sees
      ? unmaskings.map((each) => ({
          ...shown(each, reasonOf(params, found, each), now),
          own: each.askedBy.personId === actor.personId,
          mayDecide:
            ofTwo && kept?.state === 'kept' && stateOf(each, now) === 'asked' && isOther(each, actor),
        }))
      : [],
  };
};

function shown(each: KeptUnmasking, reason: string | undefined, now: Date) {
  const { unmaskingId, ground, minutes, askedAt, askedBy, decision, readings } = each;
  const until = untilOf(each);
  return {
    unmaskingId: id.parse(unmaskingId),
    state: stateOf(each, now),
    ground,
    ...(reason !== undefined && { reason }),
    minutes,
    askedAt: parseInstant(askedAt),
    askedBy: pseudonym.parse(askedBy.pseudonym),
    ...(decision && { decidedBy: pseudonym.parse(decision.by.pseudonym) }),
    ...(until && { until: parseInstant(until.toISOString()) }),
    readings,
  };
}
