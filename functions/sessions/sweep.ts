import type { Context } from '../shared/http/call.ts';
import { finishSessions } from './finish-sessions.ts';
import { ourClocks } from './model/retimed.ts';
import { linesToCome } from './retiming/moves-to-make.ts';
import { retimeSessions } from './retiming/retime-sessions.ts';

/** What is done every hour for all that is to come: sessions follow new clocks, and what was left of
 * a change is done. */
export async function sweep(
  context: Context,
): Promise<{ readonly looked: number; readonly repaired: number }> {
  const lines = await linesToCome(context.store, context.now());
  const { looked, repaired } = await retimeSessions(context, ourClocks, lines);
  const unfinished = lines.filter(({ listed }) => !listed).map(({ sessionId }) => sessionId);
  const finished = await finishSessions(context, unfinished);
  return { looked: looked + unfinished.length, repaired: repaired + finished };
}
