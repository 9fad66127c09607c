import type { Handler } from '../../shared/http/call.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { exhibitTurned } from '../actions.ts';
import type { turnPage as contract } from '../contract.ts';
import { exhibitKey, parseExhibit, shownKey, parseShown } from '../store.ts';
import { holds } from './showing.ts';
import { showingStep } from './step.ts';

/** Another page of what is shown. */
export const turnPage: Handler<typeof contract> = async (call) => {
  const { body, params, context } = call;
  const { sessionId } = params;
  const [item] = await context.store.get([shownKey(sessionId)]);
  const key = exhibitKey(sessionId, parseShown(item, sessionId).showing?.exhibitId ?? 'none');
  return showingStep(
    call,
    ({ door, me, shown: { showing }, found }) => {
      if (showing === undefined || exhibitKey(sessionId, showing.exhibitId).sk !== key.sk)
        throw new Refusal('nothing-to-decide');
      if (!holds(door, me, showing)) throw new Refusal('nothing-to-decide');
      if (body.page === showing.page) return undefined;
      if (body.page > parseExhibit(found(key)).drawn)
        throw doesNotFit('/page', 'That page is not drawn, or there is none.');
      return {
        showing: { ...showing, page: body.page },
        asFact: true,
        entry: (by) => exhibitTurned.entry({ ...by, details: { exhibit: showing.number, page: body.page } }),
      };
    },
    [key],
  );
};
