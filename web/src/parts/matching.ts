import { simpleLetters } from '../../../functions/shared/values/simple-letters.ts';
import type { Option } from './fields.tsx';

/** Those of the options that are meant by what was typed. */
export function matching(options: readonly Option[], typed: string): readonly Option[] {
  const wanted = wordsOf(typed);
  return options.filter(({ label }) => isThere(label, wanted));
}

/** Whether a text is meant by what was typed: each word of it stands somewhere in the text. */
export const isMeant = (text: string, typed: string): boolean => isThere(text, wordsOf(typed));

const wordsOf = (typed: string): readonly string[] => simpleLetters(typed).split(/\s+/).filter(Boolean);

function isThere(text: string, wanted: readonly string[]): boolean {
  const name = simpleLetters(text);
  return wanted.every((word) => name.includes(word));
}
