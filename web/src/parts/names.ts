import { useTranslation } from 'react-i18next';
import type names from '../words/en/names.json';

type Known = keyof (typeof names)['languages'];

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

/**
 * Names of States and languages in the reader's language, from our own catalogues: browsers built on Chromium have none
 * in Burmese, Khmer and Lao. What has no name there is shown by its code.
 */
export function useNames() {
  const { t, i18n } = useTranslation('names');
  return {
    country: (code: string): string =>
      i18n.exists(`names:countries.${code}`) ? t(`countries.${code as 'TH'}`) : code,
    language: (tag: string): string =>
      i18n.exists(`names:languages.${tag}`) ? t(`languages.${tag as 'th'}`) : tag,
  };
}
