import type en from '../words/en/room.json';
import { useCatalogue, wordsOf, type Catalogues, type Spoken } from '../words/use-catalogue.ts';

export type RoomWords = typeof en;

const catalogues: Catalogues<RoomWords> = {
  en: () => import('../words/en/room.json', { with: { type: 'json' } }),
  th: () => import('../words/th/room.json', { with: { type: 'json' } }),
  my: () => import('../words/my/room.json', { with: { type: 'json' } }),
  km: () => import('../words/km/room.json', { with: { type: 'json' } }),
  lo: () => import('../words/lo/room.json', { with: { type: 'json' } }),
  vi: () => import('../words/vi/room.json', { with: { type: 'json' } }),
  zh: () => import('../words/zh/room.json', { with: { type: 'json' } }),
};

/** Has them come before they are needed. */
export const loadRoomWords = (language: string): Promise<RoomWords> => wordsOf(catalogues, language);

export const useRoomWords = (language: string): Spoken<RoomWords> | undefined =>
  useCatalogue(catalogues, language);
