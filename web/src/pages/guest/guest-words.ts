import type en from '../../words/en/guest.json';
import { useCatalogue, type Catalogues, type Spoken } from '../../words/use-catalogue.ts';

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

export const useGuestWords = (language: string): Spoken<GuestWords> | undefined =>
  useCatalogue(catalogues, language);
