import type en from '../../../words/en/paper.json';
import { useCatalogue, type Catalogues, type Spoken } from '../../../words/use-catalogue.ts';

const catalogues: Catalogues<typeof en> = {
  en: () => import('../../../words/en/paper.json', { with: { type: 'json' } }),
  th: () => import('../../../words/th/paper.json', { with: { type: 'json' } }),
  my: () => import('../../../words/my/paper.json', { with: { type: 'json' } }),
  km: () => import('../../../words/km/paper.json', { with: { type: 'json' } }),
  lo: () => import('../../../words/lo/paper.json', { with: { type: 'json' } }),
  vi: () => import('../../../words/vi/paper.json', { with: { type: 'json' } }),
  zh: () => import('../../../words/zh/paper.json', { with: { type: 'json' } }),
};

/** What stands on the paper that a guest is given, in the language that the guest reads. */
export const usePaperWords = (language: string): Spoken<typeof en> | undefined =>
  useCatalogue(catalogues, language);
