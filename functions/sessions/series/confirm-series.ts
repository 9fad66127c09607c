import type { Handler } from '../../shared/http/call.ts';
import { confirmOne } from '../verbs/confirm-session.ts';
import type * as contract from './contract.ts';
import { eachSession } from './each-session.ts';
import { asDone } from './told-as-one.ts';

/** Books all of a series that is only held, so that whoever is told of it is told once. Sent again, it books what is left. */
export const confirmSeries: Handler<typeof contract.confirmSeries> = async (call) => {
  const { done, notDone } = await eachSession(call, ({ door }) => door.status === 'held', confirmOne);
  return asDone(call, { booked: done, notBooked: notDone });
};
