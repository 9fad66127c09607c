import type { UiLanguage } from '../../shared/values/languages.ts';
import { issues, reviews, type Issue, type Review } from './issued.ts';
import type { BindingText, UsedText } from './contract.ts';

/**
 * Which texts have been shipped, and which of them somebody who answers for it has read. A review is of one hash: a letter
 * changed afterwards is a draft again.
 */

export type ReviewState = 'draft' | 'reviewed';

export interface Register {
  readonly issues: readonly Issue[];
  readonly reviews: readonly Review[];
}

export const shipped: Register = { issues, reviews };

/** The review that makes a text more than a draft. */
export const reviewOf = (hash: string, { reviews: given }: Register = shipped): Review | undefined =>
  given.find((review) => review.hash === hash);

export const stateOf = (hash: string, register: Register = shipped): ReviewState =>
  reviewOf(hash, register) === undefined ? 'draft' : 'reviewed';

/**
 * The newest text that may be used on a day.
 * @param day `YYYY-MM-DD`
 */
export const currentText = (
  text: BindingText,
  language: UiLanguage,
  day: string,
  { issues: given }: Register = shipped,
): Issue | undefined =>
  given
    .filter((issue) => issue.text === text && issue.language === language && day <= issue.until)
    .toSorted((one, other) => other.version - one.version)[0];

/** How a text reached the person. */
export interface HowUsed {
  /** An interpreter read it out, in the language in which it was explained. */
  readonly readOutByInterpreter: boolean;
}

/** Why a text cannot have been used so. */
export type TextFault = 'not-shipped' | 'expired' | 'draft-not-read-out';

/**
 * Whether a text may be relied upon: it is one of ours to the letter, had not expired by that day, and, while nobody has
 * reviewed it, was read out by an interpreter, who can say where it is wrong.
 * @param day `YYYY-MM-DD`, on which it was used
 */
export function faultOfText(
  text: BindingText,
  used: UsedText,
  { readOutByInterpreter }: HowUsed,
  day: string,
  register: Register = shipped,
): TextFault | undefined {
  const issue = register.issues.find(
    (each) =>
      each.text === text &&
      each.language === used.language &&
      each.version === used.version &&
      each.hash === used.hash,
  );
  if (issue === undefined) return 'not-shipped';
  if (day > issue.until) return 'expired';
  return stateOf(issue.hash, register) === 'draft' && !readOutByInterpreter
    ? 'draft-not-read-out'
    : undefined;
}
