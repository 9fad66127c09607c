import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { exhibitHidden } from '../actions.ts';
import type { hideExhibit as contract } from '../contract.ts';
import { holds } from './showing.ts';
import { showingStep } from './step.ts';

/** Nothing is shown any more; whoever comes late with it finds it done. */
export const hideExhibit: Handler<typeof contract> = (call) =>
  showingStep(call, ({ door, me, shown: { showing } }) => {
    if (showing === undefined) return undefined;
    if (!holds(door, me, showing)) throw new Refusal('not-your-role');
    return {
      showing: undefined,
      entry: (by) => exhibitHidden.entry({ ...by, details: { exhibit: showing.number } }),
    };
  });
