import { ownNames } from '../pages/guest/own-names.ts';

/**
 * Languages that an interpreter can speak into with one press: those of the pages, and those of the Mekong countries that people
 * who are heard speak instead (domain notes; names by their own speakers, where those are written alike everywhere).
 */
const others = {
  shn: 'Shan',
  kac: 'Kachin',
  mnw: 'Mon',
  ksw: 'S’gaw Karen',
  pwo: 'Pwo Karen',
  hmn: 'Hmong',
} as const;

const names: Readonly<Record<string, string>> = { ...ownNames, ...others };

export const interpretedInto: readonly string[] = Object.keys(names);

/** What a language calls itself, so that whoever speaks it finds it; its tag where nobody here knows. */
export const nameOfLanguage = (tag: string): string => names[tag] ?? tag;

/** For a name in its own script, which is read out as such. */
export const langOf = (tag: string | undefined) =>
  tag !== undefined && Object.prototype.hasOwnProperty.call(ownNames, tag) ? { lang: tag } : {};
