import type { UiLanguage } from '../../../functions/shared/values/languages.ts';

/** A State's short name in the reader's language; what CLDR adds in brackets is a former name, and left out. */
export function countryName(code: string, language: UiLanguage): string {
  const name = new Intl.DisplayNames(language, { type: 'region', style: 'short' }).of(code) ?? code;
  return name.replace(/\s*[(（].*$/u, '');
}

/** Languages of the region that CLDR has no names for, as their speakers write them. */
const ownNames: ReadonlyMap<string, string> = new Map([
  ['mnw', 'ဘာသာမန် (Mon)'],
  ['ksw', 'ကညီကျိၥ် (S’gaw Karen)'],
  ['pwo', 'ဖၠုံ (Pwo Karen)'],
]);

/** A language's name in the reader's language; its own name, or else its tag, where there is no other. */
export const languageName = (tag: string, language: UiLanguage): string =>
  new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(tag) ?? ownNames.get(tag) ?? tag;

/** Languages that a witness of the region is likely to speak, for choosing. */
export const spokenLanguages = [
  'my',
  'th',
  'km',
  'lo',
  'vi',
  'zh',
  'en',
  'shn',
  'kac',
  'mnw',
  'ksw',
  'pwo',
  'hmn',
  'id',
  'fil',
] as const;
