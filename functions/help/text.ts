import { resolveUiLanguage, type UiLanguage } from '../shared/values/languages.ts';
import en from '../../web/src/words/en/help.json' with { type: 'json' };
import km from '../../web/src/words/km/help.json' with { type: 'json' };
import lo from '../../web/src/words/lo/help.json' with { type: 'json' };
import my from '../../web/src/words/my/help.json' with { type: 'json' };
import th from '../../web/src/words/th/help.json' with { type: 'json' };
import vi from '../../web/src/words/vi/help.json' with { type: 'json' };
import zh from '../../web/src/words/zh/help.json' with { type: 'json' };

const words: Readonly<Record<UiLanguage, typeof en>> = { en, km, lo, my, th, vi, zh };

/**
 * What a text message says: that somebody is needed, and where to look. Whoever else reads the telephone learns no name, no place,
 * no case, and not what it is about.
 */
export const textFor = (language: string, frontAddress: string): string =>
  words[resolveUiLanguage([language])].text.needed.replace('{{address}}', frontAddress);
