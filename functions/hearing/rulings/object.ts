import { sealAll } from '../../custody/port/disclosure.ts';
import type { Handler } from '../../shared/http/call.ts';
import { objectionMade } from '../actions.ts';
import { enterAct } from '../enter-act.ts';
import type { object as contract } from './contract.ts';

/** A party objects. What they say to it beside the ground is sealed, and read by those who hear the parties. */
export const object: Handler<typeof contract> = (call) =>
  enterAct(call, () => {
    const { ground, words } = call.body;
    const sealed = words === undefined ? undefined : sealAll({ words }, call.context.randomBytes);
    return {
      act: { kind: 'objection', ground, words, disclosures: sealed?.disclosures ?? {} },
      entry: (acting) =>
        objectionMade.entry({ ...acting, details: { ground }, ...(sealed && { sealed: sealed.digests }) }),
    };
  });
