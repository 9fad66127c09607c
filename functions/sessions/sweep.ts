import type { Context } from '../shared/http/call.ts';
import { fillLists } from './own-list/fill-lists.ts';
import { ourClocks } from './model/retimed.ts';
import { linesToCome } from './retiming/moves-to-make.ts';
import { retimeSessions } from './retiming/retime-sessions.ts';

/** What is done every hour for all that is to come: sessions follow new clocks, and stand on people's own lists. */
export async function sweep(
  context: Context,
): Promise<{ readonly looked: number; readonly repaired: number }> {
  const lines = await linesToCome(context.store, context.now());
  const { looked, repaired } = await retimeSessions(context, ourClocks, lines);
  const unlisted = lines.filter(({ listed }) => !listed).map(({ sessionId }) => sessionId);
  const filled = await fillLists(context, unlisted);
  return { looked: looked + unlisted.length, repaired: repaired + filled };
}
