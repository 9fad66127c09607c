import { useTranslation } from 'react-i18next';
import type names from '../words/en/names.json';
import { englishName } from './language-names.ts';

type Known = keyof (typeof names)['languages'];

/**
 * Names of States and languages in the reader's language, from our own catalogues: browsers built on Chromium have none
 * in Burmese, Khmer and Lao. A language that has no name there is named as the browser names it, in the reader's
 * language where it can; what no browser names is shown by its code.
 */
export function useNames() {
  const { t, i18n } = useTranslation('names');
  return {
    country: (code: string): string =>
      i18n.exists(`names:countries.${code}`) ? t(`countries.${code as 'TH'}`) : code,
    language: (tag: string): string =>
      i18n.exists(`names:languages.${tag}`)
        ? t(`languages.${tag as 'th'}`)
        : (nameByBrowser(tag, i18n.language) ?? tag),
  };
}

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
] as const satisfies readonly Known[];

const writers = new Map<string, Intl.DisplayNames>();

/** The name of a language; the English one, with its code, where the browser has none in the language of the reader. */
export function nameByBrowser(tag: string, reader: string): string | undefined {
  const own = writerIn(reader)?.of(tag);
  if (own !== undefined) return own;
  const english = writerIn('en')?.of(tag) ?? englishName(tag);
  return english === undefined || reader === 'en' ? english : `${english} (${tag})`;
}

/** Undefined for a language in which the browser names none. */
function writerIn(locale: string): Intl.DisplayNames | undefined {
  if (Intl.DisplayNames.supportedLocalesOf([locale]).length === 0) return undefined;
  const writer =
    writers.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  writers.set(locale, writer);
  return writer;
}
