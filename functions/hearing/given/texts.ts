import { capacityOn } from '../../cases/port/capacity.ts';
import { dayWhere } from '../../cases/port/day-where.ts';
import { hostStateOf, type Case, type CaseWitness } from '../../cases/port/membership.ts';
import { knowsForm, type OathLaw } from '../../requests/port/oaths.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import type { BindingText, UsedText } from '../../witnesses/material/contract.ts';
import { faultOfUsed } from '../../witnesses/port/used-text.ts';

/** Whether words that bind were used as they may be, and a promise given as a law knows it. Pure. */

/**
 * A draft must be read aloud by an interpreter: they hear where it is wrong.
 * @param day `YYYY-MM-DD`
 * @throws {Refusal} `material-not-usable`
 */
export function assertUsable(text: BindingText, used: UsedText, readOut: boolean, day: string): void {
  const fault = faultOfUsed(text, used, readOut, day);
  if (fault === undefined) return;
  const message =
    fault === 'draft-not-read-out'
      ? 'This text is a draft: have an interpreter read it aloud, and record that.'
      : 'Load the page again and use the text that it shows.';
  throw new Refusal('material-not-usable', {}, [{ pointer: '/text', message }]);
}

/** The two States of the case, before whose authorities somebody is heard. */
export const statesOf = (file: {
  readonly case: Case;
  readonly witnesses: readonly CaseWitness[];
}): readonly string[] => [
  ...new Set([file.case.requestingState, file.case.hostState, hostStateOf(file.case, file.witnesses)]),
];

/**
 * A promise before one of the States, in a form that its law knows as far as somebody read it; of a child none where that law asks
 * none of children.
 * @throws {Refusal} `does-not-fit`
 */
export function assertPromise(
  { form, state }: { readonly form: string; readonly state: string },
  {
    states,
    law,
    isChild,
  }: { readonly states: readonly string[]; readonly law: OathLaw; readonly isChild: boolean },
): void {
  if (!states.includes(state)) throw doesNotFit('/state', 'Name one of the two States of the case.');
  const noneOfChildren = law.standing === 'sure' && law.value === 'none_for_child';
  if (noneOfChildren && isChild)
    throw doesNotFit('/of', 'The law of that State takes no oath of a child. See the law of the request.');
  if (!noneOfChildren && !knowsForm(law, form))
    throw doesNotFit('/form', 'The law of that State knows another form. See the law of the request.');
}

/** Whether somebody who is heard is a child on this day, where they are. */
export const isChild = (witnesses: readonly CaseWitness[], pseudonym: string, now: Date): boolean =>
  witnesses.some((each) => each.pseudonym === pseudonym && capacityOn(each, dayWhere(each, now)) === 'child');
