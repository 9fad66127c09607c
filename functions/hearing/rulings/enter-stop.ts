import type { Handler } from '../../shared/http/call.ts';
import { answerStopped } from '../actions.ts';
import { enterAct, seatedAs, subjectOf, wordOf } from '../enter-act.ts';
import type { enterStop as contract } from './contract.ts';

/** That the pause came in the middle of an answer: the pause itself `rooms` entered, and whose it was. */
export const enterStop: Handler<typeof contract> = (call) =>
  enterAct(call, (hearing) => {
    const of = seatedAs(hearing.door, call.body.of, ['witness', 'expert', 'accused']);
    const word = wordOf(hearing);
    return {
      act: { kind: 'stop', of, ...word },
      entry: (acting) => answerStopped.entry({ ...acting, subject: subjectOf(of), details: word }),
    };
  });
