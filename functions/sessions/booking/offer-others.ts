import type { Context } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { nearestFree } from '../../availability/port/alternatives.ts';
import { TimeTaken } from './take-time.ts';

/**
 * Runs a request to its end; whoever is told that a time is taken is told the nearest `alternatives`. Nothing is looked for
 * before it is certain that nothing was written.
 */
export async function offeringOthers<Answer>(
  { context, now }: { readonly context: Pick<Context, 'store'>; readonly now: Date },
  run: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof TimeTaken)) throw error;
    const { code, facts, claim, resources } = error;
    const alternatives = await nearestFree(context.store, claim, resources, now);
    throw new Refusal(code, { ...facts, alternatives });
  }
}
