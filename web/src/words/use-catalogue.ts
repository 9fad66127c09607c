import { useEffect, useState } from 'react';
import type { UiLanguage } from '../../../functions/shared/values/languages.ts';
import { plain } from './plain.ts';

/** One catalogue in every language, each loaded when it is needed. */
export type Catalogues<Words> = Readonly<Record<UiLanguage, () => Promise<{ readonly default: Words }>>>;

const AGAIN_MS = 2_000;

export interface Spoken<Words> {
  /** The language that the words are in. */
  readonly language: string;
  readonly words: Words;
}

/**
 * The words of one catalogue in one language; undefined until the first are there (asked for again while the line is
 * down). After a change of language the page stays whole in the one before until all words of the new one are there:
 * a page that vanished for a moment would drop a call.
 * @param first words that are there already, so that the page is never without any
 */
export function useCatalogue<Words extends object>(
  catalogues: Catalogues<Words>,
  language: string,
  first?: Spoken<Words>,
): Spoken<Words> | undefined {
  const [loaded, setLoaded] = useState(first);
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
  return loaded;
}

/** @throws RangeError for a language that the pages are not written in: never another language instead */
export async function wordsOf<Words extends object>(
  catalogues: Catalogues<Words>,
  language: string,
): Promise<Words> {
  const load = (catalogues as Partial<Record<string, Catalogues<Words>[UiLanguage]>>)[language];
  if (load === undefined) throw new RangeError(`No words in "${language}".`);
  return whole((await load()).default, language);
}

/** Words of which none is ever missing: a page that is a word short is logged, and shows that word's name instead. */
export const whole = <Words extends object>(words: Words, language: string): Words =>
  new Proxy(words, {
    get: (of, key: string | symbol) => {
      if (typeof key === 'symbol' || key in of || key === 'then') return Reflect.get(of, key) as unknown;
      console.error(`There are no words for ${key} in ${language}.`);
      return plain(key);
    },
  });
