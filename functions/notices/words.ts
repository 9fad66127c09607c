import type { UiLanguage } from '../shared/values/languages.ts';
import en from '../../web/src/words/en/notices.json' with { type: 'json' };
import km from '../../web/src/words/km/notices.json' with { type: 'json' };
import lo from '../../web/src/words/lo/notices.json' with { type: 'json' };
import my from '../../web/src/words/my/notices.json' with { type: 'json' };
import th from '../../web/src/words/th/notices.json' with { type: 'json' };
import vi from '../../web/src/words/vi/notices.json' with { type: 'json' };
import zh from '../../web/src/words/zh/notices.json' with { type: 'json' };

/** The catalogue of messages in every language; the compiler sees that none lacks a word that English has. */
export const noticeWords: Readonly<Record<UiLanguage, typeof en>> = { en, km, lo, my, th, vi, zh };

/** @throws RangeError when the sentence asks for something that is not given: half a message must never be sent */
export function filled(sentence: string, given: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = given[name];
    if (value === undefined) throw new RangeError(`A message lacks its ${name}.`);
    return value;
  });
}
