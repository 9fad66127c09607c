import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { actNamed, outcomeOf } from '../act.ts';
import { oathAnswered } from '../actions.ts';
import { enterAct } from '../enter-act.ts';
import type { answerOath as contract } from './contract.ts';

/** Whoever it was put to answers by themselves, once. Nobody answers in their place, and an oath of an earlier day is none of today. */
export const answerOath: Handler<typeof contract> = (call) =>
  enterAct(call, ({ acts, me }) => {
    const oath = actNamed(acts, 'oath', call.params.act);
    if (oath === undefined || oath.of.pseudonym !== me.pseudonym) throw new Refusal('not-found');
    if (outcomeOf(acts, oath) !== undefined) throw new Refusal('nothing-to-decide');
    const { outcome } = call.body;
    return {
      act: { kind: 'oath-answer', on: oath.id, outcome },
      entry: (acting) => oathAnswered.entry({ ...acting, details: { on: oath.id, outcome } }),
    };
  });
