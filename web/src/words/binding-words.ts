import type en from './en/binding.json';
import { useCatalogue, type Catalogues, type Spoken } from './use-catalogue.ts';

const catalogues: Catalogues<typeof en> = {
  en: () => import('./en/binding.json', { with: { type: 'json' } }),
  th: () => import('./th/binding.json', { with: { type: 'json' } }),
  my: () => import('./my/binding.json', { with: { type: 'json' } }),
  km: () => import('./km/binding.json', { with: { type: 'json' } }),
  lo: () => import('./lo/binding.json', { with: { type: 'json' } }),
  vi: () => import('./vi/binding.json', { with: { type: 'json' } }),
  zh: () => import('./zh/binding.json', { with: { type: 'json' } }),
};

/** The texts that bind, in the language of whoever is to understand them. */
export const useBindingWords = (language: string): Spoken<typeof en> | undefined =>
  useCatalogue(catalogues, language);
