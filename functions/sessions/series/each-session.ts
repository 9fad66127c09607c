import type * as z from 'zod';
import type { Staff } from '../../shared/access/roles.ts';
import type { Call } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { commit } from '../../shared/store/commit.ts';
import type { reason } from './contract.ts';
import { assertRunsSeries, callFor, loadSeries, reasonOf, seriesOf } from './loaded-series.ts';
import { changingMany, type Linked } from './series.ts';

type Asking = Pick<Call, 'now' | 'context'> & {
  readonly actor: Staff;
  readonly params: { readonly sessionId: string };
};

/**
 * Does the same with each session of a series that it is meant for, soonest first, each in a transaction of its own. One that is
 * refused stays as it was, and says why.
 * @throws {Refusal} `not-your-role` for whoever does not run such sessions; `not-found` where the session is of no series
 */
export async function eachSession(
  { actor, params, now, context }: Asking,
  isMeant: (linked: Linked) => boolean,
  act: (call: ReturnType<typeof callFor>) => Promise<unknown>,
): Promise<{ readonly done: string[]; readonly notDone: z.input<typeof reason>[] }> {
  const { sessions } = await commit(context, async () => {
    const found = await loadSeries(context.store, params.sessionId, actor);
    assertRunsSeries(found, actor);
    return { changes: [changingMany(seriesOf(found), now)], answer: found };
  });
  const done: string[] = [];
  const notDone: z.input<typeof reason>[] = [];
  for (const { sessionId } of sessions.filter(isMeant).map(({ session }) => session)) {
    try {
      await act(callFor({ actor, now, context }, sessionId));
      done.push(sessionId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      notDone.push(reasonOf(sessionId, error));
    }
  }
  return { done, notDone };
}
