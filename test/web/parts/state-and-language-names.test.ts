import { expect, test } from 'vitest';
import { languageTags } from '../../../functions/shared/values/languages.ts';
import { englishName } from '../../../web/src/parts/language-names.ts';
import { nameByBrowser } from '../../../web/src/parts/state-and-language-names.ts';

test('every known language has a name in English, by the browser or by us', () => {
  expect(languageTags.filter((tag) => nameByBrowser(tag, 'en') === undefined)).toEqual([]);
});

test('a language that nothing names in the reader’s language is named in English, with its code', () => {
  expect(nameByBrowser('de', 'th')).toBe('เยอรมัน');
  expect(nameByBrowser('lhu', 'th')).toBe('Lahu (lhu)');
  expect(nameByBrowser('lhu', 'en')).toBe('Lahu');
  expect(nameByBrowser('qaa', 'th')).toBeUndefined();
});

test('where the runtime has a name too, ours is not another language’s', () => {
  const runtime = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const named = languageTags.flatMap((tag) => {
    const [ours, theirs] = [englishName(tag), runtime.of(tag)];
    return ours === undefined || theirs === undefined || ours === theirs ? [] : [`${tag} ${ours} ${theirs}`];
  });
  // An old collective code, which the runtime takes for its largest language.
  expect(named).toEqual(['bh Bihari Bhojpuri']);
});
