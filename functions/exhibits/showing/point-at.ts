import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { pointAt as contract } from '../contract.ts';
import { parsePointer, pointerKey, putPointer } from '../store.ts';
import { holds } from './showing.ts';
import { enterCourt } from './step.ts';

/** Milliseconds within which one more place is dropped: pages ask more seldom than that. */
const restMs = 150;

/** No step and no entry: where a hand moves is nothing that happened. There is no record of the answer either, since the latest counts. */
export const pointAt: Handler<typeof contract> = async (call) => {
  const { params, body, now, context } = call;
  const key = pointerKey(params.sessionId);
  const { door, me, shown, found } = await enterCourt(call, [key]);
  if (shown.showing === undefined || !holds(door, me, shown.showing)) throw new Refusal('nothing-to-decide');
  const before = parsePointer(found(key));
  const isAtOnce = before?.version === shown.version && now.getTime() - Date.parse(before.at) < restMs;
  if (!isAtOnce)
    await context.store.write([
      putPointer(params.sessionId, { ...body, version: shown.version, at: now.toISOString() }),
    ]);
  return { done: true };
};
