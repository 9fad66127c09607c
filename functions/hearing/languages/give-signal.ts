import type { Handler } from '../../shared/http/call.ts';
import type { Act } from '../act.ts';
import { signalGiven } from '../actions.ts';
import { enterAct } from '../enter-act.ts';
import type { giveSignal as contract } from './contract.ts';

/** Milliseconds for which it is shown as new, and in which it is the same one: whoever presses again is understood already. */
const signalStands = 30_000;

/** Filed as a fact, so that no pause of hers waits behind it. */
export const giveSignal: Handler<typeof contract> = (call) =>
  enterAct(call, ({ acts, me }) => {
    const { what } = call.body;
    const last = acts.findLast(
      (each): each is Extract<Act, { kind: 'signal' }> =>
        each.kind === 'signal' && each.what === what && each.by.pseudonym === me.pseudonym,
    );
    if (last !== undefined && call.now.getTime() - Date.parse(last.recordedAt) < signalStands)
      return { already: last.id };
    return {
      act: { kind: 'signal', what },
      entry: (acting) => signalGiven.entry({ ...acting, details: { what } }),
      asFact: true,
    };
  });
