import { knowsForm, type OathLaw } from '../requests/port/oaths.ts';
import { doesNotFit, Refusal } from '../shared/refusals.ts';
import { faultOfUsed, isDraft } from '../witnesses/port/used-text.ts';
import type { Oath } from './contract.ts';

/**
 * Whether an oath is one: before a State that the case is of, in a form that its law knows as far as somebody read it, by a
 * text of ours that may be used. A draft must be spoken: whoever interprets hears where it is wrong.
 * @param day `YYYY-MM-DD`
 * @param at where the oath stands in what was sent
 * @throws {Refusal} `does-not-fit`, `material-not-usable`
 */
export function checkOath(
  { form, state, text, spoken, onFile }: Oath,
  {
    states,
    day,
    law,
    at,
  }: {
    readonly states: readonly string[];
    readonly day: string;
    readonly law: OathLaw;
    readonly at: string;
  },
): void {
  const refuse = (field: string, message: string) => {
    throw doesNotFit(`${at}/${field}`, message);
  };
  if (!states.some((each) => each === state)) refuse('state', 'Name one of the two States of the case.');
  if (onFile !== undefined && onFile.on > day) refuse('onFile/on', 'That day is still to come.');
  if (!knowsForm(law, form))
    refuse('form', 'The law of that State knows another form. See the law of the request.');
  const fault = faultOfUsed('interpreterOath', text, spoken, day);
  if (fault !== undefined)
    throw new Refusal('material-not-usable', {}, [
      {
        pointer: `${at}/text`,
        message:
          fault === 'draft-not-read-out'
            ? 'This text is a draft: have the interpreter speak it aloud, and record that.'
            : 'Load the page again and use the text that it shows.',
      },
    ]);
}

/** What a log says in clear of how the text of an oath was used; which text it was is sealed with its language. */
export const howUsed = ({ text, spoken }: Oath): { readonly spoken: boolean; readonly draft: boolean } => ({
  spoken,
  draft: isDraft(text),
});
