import type { Handler } from '../../shared/http/call.ts';
import { patiently } from '../../shared/http/patiently.ts';
import { hasEnded, isOver } from '../model/session.ts';
import { cancelOne } from '../verbs/cancel-session.ts';
import type * as contract from './contract.ts';
import { eachSession } from './each-session.ts';
import { asDone } from './told-as-one.ts';

/** Calls off all of a series that is not over. Sent again, it calls off what is left. */
export const cancelSeries: Handler<typeof contract.cancelSeries> = async (call) => {
  const { now, body } = call;
  const { done, notDone } = await eachSession(
    call,
    ({ door }) =>
      (door.status === 'booked' || door.status === 'held') && !isOver(door, now) && !hasEnded(door, now),
    (one) => cancelOne(patiently(one), body.reason),
  );
  return asDone(call, { cancelled: done, notCancelled: notDone });
};
