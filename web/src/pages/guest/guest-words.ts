import type en from '../../words/en/guest.json';
import { insist } from '../../parts/insist.ts';
import { useCatalogue, wordsOf, type Catalogues, type Spoken } from '../../words/use-catalogue.ts';

export type GuestWords = typeof en;

const catalogues: Catalogues<GuestWords> = {
  en: () => import('../../words/en/guest.json', { with: { type: 'json' } }),
  th: () => import('../../words/th/guest.json', { with: { type: 'json' } }),
  my: () => import('../../words/my/guest.json', { with: { type: 'json' } }),
  km: () => import('../../words/km/guest.json', { with: { type: 'json' } }),
  lo: () => import('../../words/lo/guest.json', { with: { type: 'json' } }),
  vi: () => import('../../words/vi/guest.json', { with: { type: 'json' } }),
  zh: () => import('../../words/zh/guest.json', { with: { type: 'json' } }),
};

/** @throws what the browser says when they do not come, however often they are asked for */
export const loadGuestWords = async (language: string): Promise<Spoken<GuestWords>> => ({
  language,
  words: await insist(() => wordsOf(catalogues, language)),
});

/** The words in this language, or until they have come in the one before. */
export const useGuestWords = (language: string, first: Spoken<GuestWords>): Spoken<GuestWords> =>
  useCatalogue(catalogues, language, first) ?? first;
