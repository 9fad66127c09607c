import type * as z from 'zod';
import type { Handler } from '../../shared/http/call.ts';
import { patiently } from '../../shared/http/patiently.ts';
import { Refusal } from '../../shared/refusals.ts';
import { commit } from '../../shared/store/commit.ts';
import { hasEnded, isOver } from '../model/session.ts';
import { cancelOne } from '../verbs/cancel-session.ts';
import type * as contract from './contract.ts';
import { assertRunsSeries, callFor, loadSeries, reasonOf, seriesOf } from './loaded-series.ts';
import { changingMany } from './series.ts';
import { asDone } from './told-as-one.ts';

type Answer = z.input<typeof contract.cancelSeries.answer>;

/**
 * Calls off all of a series that is not over, each session in a transaction of its own, soonest first. Sent again, it calls off
 * what is left.
 */
export const cancelSeries: Handler<typeof contract.cancelSeries> = async (call) => {
  const { now, context, params } = call;
  const loaded = await commit(context, async () => {
    const found = await loadSeries(context.store, params.sessionId, call.actor);
    assertRunsSeries(found, call.actor);
    return { changes: [changingMany(seriesOf(found), now)], answer: found };
  });
  const answer: Answer = { cancelled: [], notCancelled: [] };
  for (const { session, door } of loaded.sessions) {
    if ((door.status !== 'booked' && door.status !== 'held') || isOver(door, now) || hasEnded(door, now))
      continue;
    const { sessionId } = session;
    try {
      await cancelOne(patiently(callFor(call, sessionId)), call.body.reason);
      answer.cancelled.push(sessionId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answer.notCancelled.push(reasonOf(sessionId, error));
    }
  }
  return asDone(call, answer);
};
