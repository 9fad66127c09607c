import { sealAll } from '../../custody/port/disclosure.ts';
import type { Handler } from '../../shared/http/call.ts';
import { pseudonym } from '../../shared/values/ids.ts';
import { isDraft } from '../../witnesses/port/used-text.ts';
import { rightsTold } from '../actions.ts';
import { roomRoles } from '../../shared/access/roles.ts';
import { enterAct, seatedAs, subjectOf, wordOf } from '../enter-act.ts';
import type { enterTold as contract } from './contract.ts';
import { assertUsable } from './texts.ts';

/** Rights or warnings, told to whoever is heard, and to an accused. That they were not understood is entered too. */
export const enterTold: Handler<typeof contract> = (call) =>
  enterAct(call, (hearing) => {
    const { of: named, what, text, readOut, told, understood } = call.body;
    const of = seatedAs(hearing.door, named, ['witness', 'expert', 'accused']);
    const teller =
      told === undefined ? hearing.me.pseudonym : seatedAs(hearing.door, told, roomRoles, '/told').pseudonym;
    assertUsable(what, text, readOut, call.now.toISOString().slice(0, 10));
    const word = wordOf(hearing);
    const draft = isDraft(text);
    const { digests, disclosures } = sealAll({ text: JSON.stringify(text) }, call.context.randomBytes);
    return {
      act: { kind: 'told', of, what, text, draft, readOut, told: teller, understood, ...word, disclosures },
      entry: (acting) =>
        rightsTold.entry({
          ...acting,
          subject: subjectOf(of),
          details: { what, draft, readOut, told: pseudonym.parse(teller), understood, ...word },
          sealed: digests,
        }),
    };
  });
