import type { UsedText } from '../material/contract.ts';
import { faultOfText, stateOf, type TextFault } from '../material/register.ts';

/**
 * The published port of `witnesses` on the interpreter’s promise: whether a text may be relied upon.
 * @param spoken whether the interpreter spoke it aloud, and so could say where it is wrong
 * @param day `YYYY-MM-DD`, on which it was used
 */
export const faultOfInterpreterOath = (used: UsedText, spoken: boolean, day: string): TextFault | undefined =>
  faultOfText('interpreterOath', used, { readOutByInterpreter: spoken }, day);

/** Whether nobody who answers for a text had read it, so that it counts as it was spoken. */
export const isDraft = ({ hash }: UsedText): boolean => stateOf(hash) === 'draft';
