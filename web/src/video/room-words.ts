import { useEffect, useState } from 'react';
import type { UiLanguage } from '../../../functions/shared/values/languages.ts';
import type en from '../words/en/room.json';

export type RoomWords = typeof en;

const catalogues: Readonly<Record<UiLanguage, () => Promise<{ readonly default: RoomWords }>>> = {
  en: () => import('../words/en/room.json', { with: { type: 'json' } }),
  th: () => import('../words/th/room.json', { with: { type: 'json' } }),
  my: () => import('../words/my/room.json', { with: { type: 'json' } }),
  km: () => import('../words/km/room.json', { with: { type: 'json' } }),
  lo: () => import('../words/lo/room.json', { with: { type: 'json' } }),
  vi: () => import('../words/vi/room.json', { with: { type: 'json' } }),
  zh: () => import('../words/zh/room.json', { with: { type: 'json' } }),
};

const isCatalogue = (language: string): language is UiLanguage => Object.hasOwn(catalogues, language);

/** @throws RangeError for a language that the pages are not written in: never another language instead */
export async function roomWords(language: string): Promise<RoomWords> {
  if (!isCatalogue(language)) throw new RangeError(`No words in "${language}".`);
  return (await catalogues[language]()).default;
}

const AGAIN_MS = 2_000;

/** The words of the hearing in one language; undefined until they are there (asked for again while the line is down). */
export function useRoomWords(language: string): RoomWords | undefined {
  const [words, setWords] = useState<RoomWords>();
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      roomWords(language).then(
        (loaded) => !gone && setWords(loaded),
        () => {
          if (!gone) timer = setTimeout(load, AGAIN_MS);
        },
      );
    };
    load();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [language]);
  return words;
}
