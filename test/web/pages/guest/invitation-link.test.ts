import { describe, expect, it } from 'vitest';
import {
  firstLanguage,
  invitationLink,
  markOf,
  readLink,
} from '../../../../web/src/pages/guest/invitation-link.ts';

const secret = 'kPz3_9-aBcDeFgHiJkLmNo';

const at = (pathname: string, hash: string) => readLink({ pathname, hash });

describe('the link', () => {
  it('carries the language in its path and the secret behind the #', () => {
    expect(at('/join/my/', `#${secret}`)).toEqual({ secret, language: 'my' });
    expect(at('/join/', `#${secret}`)).toEqual({ secret });
    expect(at('/join/th', '')).toEqual({ language: 'th' });
  });

  it('is read as it was made', () => {
    const made = new URL(invitationLink('https://court.example.org', 'km', secret));
    expect(readLink(made)).toEqual({ secret, language: 'km' });
    expect(`${made.origin}${made.pathname}`).not.toContain(secret);
  });

  it('of before, with its language behind the secret, still leads there', () => {
    expect(at('/join/', `#${secret}.my`)).toEqual({ secret, language: 'my' });
    expect(at('/join/lo/', `#${secret}.my`)).toEqual({ secret, language: 'lo' });
  });

  it('a language that the pages do not have is left out; the secret still counts', () => {
    expect(at('/join/fr/', `#${secret}`)).toEqual({ secret });
    expect(at('/join/', `#${secret}.fr`)).toEqual({ secret });
    expect(at('/join/constructor/', `#${secret}.__`)).toEqual({});
  });

  it.each(['', '#', '#short', '#has spaces in the middle', `#${secret}.my.my`, `#${'a'.repeat(65)}`])(
    'nothing from %j',
    (hash) => {
      expect(at('/join/', hash)).toEqual({});
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
