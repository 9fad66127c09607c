import { describe, expect, it } from 'vitest';
import { firstLanguage, markOf, readLink } from '../../../../web/src/pages/guest/invitation-link.ts';

const secret = 'kPz3_9-aBcDeFgHiJkLmNo';

describe('the link', () => {
  it('carries the secret behind the #, and perhaps a language', () => {
    expect(readLink(`#${secret}`)).toEqual({ secret });
    expect(readLink(`#${secret}.my`)).toEqual({ secret, language: 'my' });
  });

  it('a language that the pages do not have is left out; the secret still counts', () => {
    expect(readLink(`#${secret}.fr`)).toEqual({ secret });
    expect(readLink(`#${secret}.__`)).toEqual({});
  });

  it.each(['', '#', '#short', '#has spaces in the middle', `#${secret}.my.my`, `#${'a'.repeat(65)}`])(
    'nothing from %j',
    (hash) => {
      expect(readLink(hash)).toEqual({});
    },
  );
});

describe('the language of the first page', () => {
  it('is the link’s before the telephone’s', () => {
    expect(firstLanguage({ language: 'km' }, ['th-TH'])).toBe('km');
  });

  it('is the telephone’s when it is one of the region, whatever comes before it', () => {
    expect(firstLanguage({}, ['fr-FR', 'th-TH', 'my'])).toBe('th');
    expect(firstLanguage({}, ['en-US', 'lo-LA'])).toBe('lo');
    expect(firstLanguage({}, ['zh-Hans-CN'])).toBe('zh');
  });

  it('is Burmese where the telephone says only English, or nothing', () => {
    expect(firstLanguage({}, ['en-GB', 'en'])).toBe('my');
    expect(firstLanguage({}, [])).toBe('my');
  });
});

describe('the mark of a link', () => {
  it('is the same for the same link, another for another, and does not hold the secret', async () => {
    const mark = await markOf(secret);
    expect(mark).toMatch(/^[0-9a-f]{24}$/);
    expect(await markOf(secret)).toBe(mark);
    expect(await markOf(`${secret}x`)).not.toBe(mark);
  });
});
