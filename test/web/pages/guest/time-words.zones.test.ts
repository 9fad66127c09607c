import { describe, expect, it } from 'vitest';
import { timeWords } from '../../../../web/src/pages/guest/time-words.ts';
import { uiLanguages } from '../../../../functions/shared/values/languages.ts';
import type { GuestWords } from '../../../../web/src/pages/guest/guest-words.ts';

const wordsOf = async (language: string): Promise<GuestWords> =>
  (
    (await import(`../../../../web/src/words/${language}/guest.json`, { with: { type: 'json' } })) as {
      default: GuestWords;
    }
  ).default;

// On the clock of the machine, whatever its zone: that is the clock she looks at.
const tuesday = new Date(2026, 10, 24, 9, 5);

describe('when it begins', () => {
  it('in English and in Burmese', async () => {
    expect(timeWords(await wordsOf('en'), tuesday)).toBe('Tuesday 24/11, 09:05');
    expect(timeWords(await wordsOf('my'), tuesday)).toBe('အင်္ဂါနေ့ 24/11၊ 09:05 နာရီ');
  });

  it.each(uiLanguages)('in %s: seven weekdays, and every part is used', async (language) => {
    const words = await wordsOf(language);
    expect(new Set(words.weekdays.split('|')).size).toBe(7);
    const text = timeWords(words, tuesday);
    expect(text).toContain('09:05');
    expect(text).toContain('24');
    expect(text).toContain('11');
    expect(text).toContain(words.weekdays.split('|')[2]);
    expect(text).not.toContain('{');
  });
});
