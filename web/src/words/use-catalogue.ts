import { useEffect, useState } from 'react';
import type { UiLanguage } from '../../../functions/shared/values/languages.ts';

/** One catalogue in every language, each loaded when it is needed. */
export type Catalogues<Words> = Readonly<Record<UiLanguage, () => Promise<{ readonly default: Words }>>>;

const AGAIN_MS = 2_000;

/**
 * The words of one catalogue in one language; undefined until they are there (asked for again while the line is down).
 * Words of the language before are never shown in their place.
 */
export function useCatalogue<Words>(catalogues: Catalogues<Words>, language: string): Words | undefined {
  const [loaded, setLoaded] = useState<{ readonly language: string; readonly words: Words }>();
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      wordsOf(catalogues, language).then(
        (words) => !gone && setLoaded({ language, words }),
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
  }, [catalogues, language]);
  return loaded?.language === language ? loaded.words : undefined;
}

/** @throws RangeError for a language that the pages are not written in: never another language instead */
async function wordsOf<Words>(catalogues: Catalogues<Words>, language: string): Promise<Words> {
  const load = (catalogues as Partial<Record<string, Catalogues<Words>[UiLanguage]>>)[language];
  if (load === undefined) throw new RangeError(`No words in "${language}".`);
  return (await load()).default;
}
