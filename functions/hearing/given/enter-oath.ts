import { sealAll } from '../../custody/port/disclosure.ts';
import { oathIn } from '../../requests/port/oaths.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { isDraft } from '../../witnesses/port/used-text.ts';
import { oathHeard, oathPut } from '../actions.ts';
import { enterAct, seatedAs, subjectOf, wordOf } from '../enter-act.ts';
import type { enterOath as contract } from './contract.ts';
import { assertPromise, assertUsable, isChild, statesOf } from './texts.ts';

/**
 * A promise before the first question: answered aloud, or put to them on their own page, where it waits for their answer. Of
 * whoever interprets it is one on the day, beside what stands with their confirmation (interpreting).
 */
export const enterOath: Handler<typeof contract> = (call) =>
  enterAct(call, (hearing) => {
    const { of: named, form, state, text, readOut, answer } = call.body;
    if (hearing.file === undefined) throw new Refusal('not-found');
    const of = seatedAs(hearing.door, named, ['witness', 'expert', 'interpreter']);
    const day = call.now.toISOString().slice(0, 10);
    const isInterpreter = of.seat === 'interpreter';
    assertUsable(isInterpreter ? 'interpreterOath' : 'witnessOath', text, readOut, day);
    const law = oathIn(isInterpreter ? 'interpreterOath' : 'oath', state, day);
    const { witnesses } = hearing.file;
    assertPromise(
      { form, state },
      { states: statesOf(hearing.file), law, isChild: isChild(witnesses, of.pseudonym, call.now) },
    );
    const word = wordOf(hearing);
    const draft = isDraft(text);
    const { digests, disclosures } = sealAll({ text: JSON.stringify(text) }, call.context.randomBytes);
    const details = { form, state, law: law.standing, draft, readOut, ...word };
    return {
      act: { kind: 'oath', of, form, state, text, draft, readOut, ...word, ...answer, disclosures },
      entry: (acting) =>
        answer.answered === 'aloud'
          ? oathHeard.entry({
              ...acting,
              subject: subjectOf(of),
              details: { ...details, outcome: answer.outcome },
              sealed: digests,
            })
          : oathPut.entry({ ...acting, subject: subjectOf(of), details, sealed: digests }),
    };
  });
