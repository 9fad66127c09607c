import type { BindingText, UsedText } from '../material/contract.ts';
import { faultOfText, stateOf, type TextFault } from '../material/register.ts';

/**
 * The published port of `witnesses` on words that bind: whether a text that was used may be relied upon.
 * @param readOut whether an interpreter spoke it aloud, and so could say where it is wrong
 * @param day `YYYY-MM-DD`, on which it was used
 */
export const faultOfUsed = (
  text: BindingText,
  used: UsedText,
  readOut: boolean,
  day: string,
): TextFault | undefined => faultOfText(text, used, { readOutByInterpreter: readOut }, day);

/** Whether nobody who answers for a text had read it, so that it counts as it was spoken. */
export const isDraft = ({ hash }: UsedText): boolean => stateOf(hash) === 'draft';
