import type * as z from 'zod';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { readSeries } from '../../shared/store/numbered-series.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { instantOf, parseInstant } from '../../shared/values/instants.ts';
import { enterParty } from '../port/enter-party.ts';
import { filePartition } from '../port/membership.ts';
import { personPartition } from '../port/standing-decision.ts';
import { canHold } from './can-hold.ts';
import type { listTakeOvers as listed, readTakeOver as route } from './contract.ts';
import { assertMayAsk, isOpen, lastOf, mayEnd, untilOf, type TakeOver } from './rules.ts';
import { parseTakeOverLine, takeOvers, takeOversOf } from './store.ts';

export const readTakeOver: Handler<typeof route> = async ({ actor, params, now, context: { store } }) => {
  const { caseId, party } = params;
  const [{ witness }, steps, file] = await Promise.all([
    enterParty(store, params, actor),
    readSeries(store, takeOvers, personPartition(caseId, party)),
    queryAll(store, 'cases', filePartition(caseId)),
  ]);
  const at = instantOf(now.getTime());
  const { personId } = actor;
  const { holder } = witness;
  const last = lastOf(steps, at);
  const mayAsk = await allowed(async () => {
    const { agencyId, holdingAgencies } = await canHold(store, file, personId);
    assertMayAsk(last, steps, { personId, agencyId, holder, holdingAgencies }, at);
  });
  return { mayAsk, ...(last === undefined ? {} : { last: shown(last, personId, holder, at) }) };
};

function shown(last: TakeOver, personId: string, holder: string, now: Parameters<typeof mayEnd>[2]) {
  const { asked, state, until } = last;
  return {
    number: asked.number,
    state,
    reason: asked.reason,
    askedBy: { pseudonym: asked.pseudonym },
    from: { pseudonym: asked.fromPseudonym },
    askedAt: parseInstant(asked.recordedAt),
    ...(isOpen(last, now) ? { until } : {}),
    mayConfirm: state === 'asked' && asked.recordedBy !== personId && asked.from === holder,
    mayEnd: mayEnd(last, personId, now),
  } satisfies z.input<typeof route.answer>['last'];
}

async function allowed(assert: () => Promise<void>): Promise<boolean> {
  try {
    await assert();
    return true;
  } catch (fault) {
    if (fault instanceof Refusal) return false;
    throw fault;
  }
}

/** What waits for the administrator: of the case and of whoever is heard it says nothing. */
export const listTakeOvers: Handler<typeof listed> = async ({ actor, now, context: { store } }) => {
  const lines = (await queryAll(store, 'cases', takeOversOf(actor.agencyId))).map(parseTakeOverLine);
  const at = instantOf(now.getTime());
  return {
    takeOvers: lines
      .map(({ takeOverId, askedBy, from, reason, askedAt }) => ({
        takeOverId,
        askedBy,
        from,
        reason,
        askedAt,
        until: untilOf(askedAt),
      }))
      .filter(({ until }) => at < until),
  };
};
