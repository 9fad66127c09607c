import type en from './en/explained.json';
import { useCatalogue, type Catalogues, type Spoken } from './use-catalogue.ts';

export type ExplainedWords = typeof en;

const catalogues: Catalogues<ExplainedWords> = {
  en: () => import('./en/explained.json', { with: { type: 'json' } }),
  th: () => import('./th/explained.json', { with: { type: 'json' } }),
  my: () => import('./my/explained.json', { with: { type: 'json' } }),
  km: () => import('./km/explained.json', { with: { type: 'json' } }),
  lo: () => import('./lo/explained.json', { with: { type: 'json' } }),
  vi: () => import('./vi/explained.json', { with: { type: 'json' } }),
  zh: () => import('./zh/explained.json', { with: { type: 'json' } }),
};

/** What whoever is heard is told beforehand, in their language. */
export const useExplainedWords = (language: string): Spoken<ExplainedWords> | undefined =>
  useCatalogue(catalogues, language);
