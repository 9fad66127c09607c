import { sealAll } from '../../custody/port/disclosure.ts';
import type { Handler } from '../../shared/http/call.ts';
import { pseudonym } from '../../shared/values/ids.ts';
import { renditionChallenged } from '../actions.ts';
import { enterAct, seatedAs } from '../enter-act.ts';
import type { challenge as contract } from './contract.ts';

/** A rendition is challenged. Whoever checks an interpreter, or errs themselves, says so by the same way as a party. */
export const challenge: Handler<typeof contract> = (call) =>
  enterAct(call, ({ door }) => {
    const { what, interpreter, words } = call.body;
    if (interpreter !== undefined) seatedAs(door, interpreter, ['interpreter'], '/interpreter');
    const of = interpreter === undefined ? {} : { interpreter: pseudonym.parse(interpreter) };
    const sealed = words === undefined ? undefined : sealAll({ words }, call.context.randomBytes);
    return {
      act: { kind: 'challenge', what, ...of, words, disclosures: sealed?.disclosures ?? {} },
      entry: (acting) =>
        renditionChallenged.entry({
          ...acting,
          details: { what, ...of },
          ...(sealed && { sealed: sealed.digests }),
        }),
    };
  });
