import type { Context } from '../shared/http/call.ts';
import { finishSessions } from './finish-sessions.ts';
import { ourClocks } from './model/retimed.ts';
import { followThose } from './following/follow-standing.ts';
import { linesToCome } from './retiming/moves-to-make.ts';
import { retimeSessions } from './retiming/retime-sessions.ts';

/** Sessions whose doors are looked at in the sweep: those that began so many days ago at most, and those within so many. */
const followedBehind = 31;
const followedAhead = 2;

/**
 * What is done every hour for all that is to come: sessions follow new clocks, and what was left of a change is
 * done. Doors of what is near follow what stands for the case: what runs out does so without anybody's doing.
 */
export async function sweep(
  context: Context,
): Promise<{ readonly looked: number; readonly repaired: number }> {
  const lines = await linesToCome(context.store, context.now());
  const { looked, repaired } = await retimeSessions(context, ourClocks, lines);
  const unfinished = lines.filter(({ listed }) => !listed).map(({ sessionId }) => sessionId);
  const finished = await finishSessions(context, unfinished);
  const near = lines.filter(({ start }) => isNear(start, context.now())).map(({ sessionId }) => sessionId);
  const followed = await followThose(context, near);
  return { looked: looked + unfinished.length + near.length, repaired: repaired + finished + followed };
}

function isNear(start: string, now: Date): boolean {
  const days = (Date.parse(start) - now.getTime()) / (24 * 3_600_000);
  return days > -followedBehind && days < followedAhead;
}
