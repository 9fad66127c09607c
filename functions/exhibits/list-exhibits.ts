import type { Handler } from '../shared/http/call.ts';
import type { listExhibits as contract } from './contract.ts';
import { enterSeated, seesAlways } from './enter.ts';
import { handsIn } from './exhibit.ts';
import { readExhibits } from './store.ts';
import { viewOf } from './view.ts';

/** All of them for the court; for a party its own: what another side will show, it learns when it is shown. */
export const listExhibits: Handler<typeof contract> = async ({
  actor,
  params: { sessionId },
  context: { store },
}) => {
  const [{ door, me }, exhibits] = await Promise.all([
    enterSeated(store, sessionId, actor),
    readExhibits(store, sessionId),
  ]);
  return {
    exhibits: exhibits.filter((each) => seesAlways(me, each)).map((each) => viewOf(each, me)),
    handsIn: handsIn(me.seat) && door.status === 'booked',
  };
};
