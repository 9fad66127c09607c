import { simpleLetters } from '../shared/values/simple-letters.ts';
import type { Person } from './port/actor.ts';

/** By which words somebody is found. What is written without spaces is one word, and found by its beginning. */

/** Of one text. */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(simpleLetters(text).match(/[\p{L}\p{M}\p{N}]+/gu)),
];

export const namesOf = ({ label, agencyName }: Pick<Person, 'label' | 'agencyName'>): readonly string[] =>
  wordsOf(`${label} ${agencyName}`);

/** Whether each of these words begins one of somebody's. */
export const isNamed = (person: Person, wanted: readonly string[]): boolean => {
  const names = namesOf(person);
  return wanted.every((word) => names.some((name) => name.startsWith(word)));
};
