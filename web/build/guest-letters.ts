import { readFileSync } from 'node:fs';
import { ownNames, type UiLanguage } from '../../functions/shared/values/languages.ts';
import type guest from '../src/words/en/guest.json';

export type GuestPhrases = typeof guest;

const words = new URL('../src/words/', import.meta.url);
const read = (language: UiLanguage, catalogue: string): string =>
  readFileSync(new URL(`${language}/${catalogue}.json`, words), 'utf8');

/** What stands on a guest's pages in one language, as the catalogue has it. */
export const guestPhrases = (language: UiLanguage): GuestPhrases =>
  JSON.parse(read(language, 'guest')) as GuestPhrases;

/** Printable ASCII: a PIN as it is typed, a pseudonym, a clock. Nothing else is filled into these pages. */
const ascii = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at));

/** Each letter that a guest's pages can show in one language, from the first page to the room. */
export const guestLetters = (language: UiLanguage): ReadonlySet<string> =>
  new Set([
    ...ascii,
    ...[read(language, 'guest'), read(language, 'room'), ownNames[language]].join('').replaceAll(/\s/g, ''),
  ]);
