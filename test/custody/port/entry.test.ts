import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, parseCanonical } from '../../../functions/custody/canonical.ts';
import { commitment, openDisclosure } from '../../../functions/custody/port/disclosure.ts';
import { type Entry, entrySchema } from '../../../functions/custody/port/entry.ts';
import { leafText } from '../../../functions/custody/leaf.ts';

const given = {
  version: 1,
  logId: '4x7k2q9d1m3n5p8r0s6t7v2w4y',
  index: 3,
  entryId: '6x7k2q9d1m3n5p8r0s6t7v2w4y',
  action: 'consent.recorded',
  actor: { role: 'support-officer', pseudonym: 'S-4K7Q' },
  authority: { kind: 'role', ref: 'support-officer' },
  subject: { kind: 'witness', ref: 'W-7QK4' },
  occurredAt: '2026-11-24T02:59:59.000Z',
  recordedAt: '2026-11-24T03:00:00.000Z',
  details: { scopes: ['interview'], version: 1, recording: false },
};
const good: Entry = entrySchema.parse(given);

describe('entries', () => {
  test('the leaf is the canonical text, with keys in order', () => {
    expect(leafText(good)).toBe(
      '{"action":"consent.recorded","actor":{"pseudonym":"S-4K7Q","role":"support-officer"},' +
        '"authority":{"kind":"role","ref":"support-officer"},' +
        '"details":{"recording":false,"scopes":["interview"],"version":1},' +
        '"entryId":"6x7k2q9d1m3n5p8r0s6t7v2w4y","index":3,"logId":"4x7k2q9d1m3n5p8r0s6t7v2w4y",' +
        '"occurredAt":"2026-11-24T02:59:59.000Z","recordedAt":"2026-11-24T03:00:00.000Z",' +
        '"subject":{"kind":"witness","ref":"W-7QK4"},"version":1}',
    );
  });

  test.each([
    ['an unknown field', { name: 'x' }],
    ['a name in place of a pseudonym', { actor: { role: 'clerk', pseudonym: 'Somebody Real' } }],
    ['an actor who is both', { actor: { role: 'clerk', pseudonym: 'C-4K7Q', system: 'rooms' } }],
    ['an action without a dot', { action: 'booked' }],
    ['a time that does not exist', { occurredAt: '2026-02-30T00:00:00.000Z' }],
    ['24:00', { occurredAt: '2026-02-28T24:00:00.000Z' }],
    ['a leap second', { occurredAt: '2026-12-31T23:59:60.000Z' }],
    ['month 13', { occurredAt: '2026-13-01T00:00:00.000Z' }],
    ['a control character beside other letters', { details: { note: 'é\u0085' } }],
    ['a time with an offset', { recordedAt: '2026-11-24T10:00:00.000+07:00' }],
    ['text not in NFC', { details: { note: 'e\u0301' } }],
    ['NUL', { details: { note: 'a\u0000b' } }],
    ['a lone surrogate', { details: { note: '\ud800' } }],
    ['a nested object', { details: { inner: { a: 1 } } }],
    ['a fraction', { details: { n: 0.5 } }],
    ['a number past 2^53', { details: { n: 2 ** 53 } }],
    ['a bare hash of the wrong length', { sealed: { name: 'abc' } }],
    ['a negative index', { index: -1 }],
    ['a log id that is none', { logId: 'case-17' }],
    ['a short entry id', { entryId: 'abc' }],
  ])('%s is refused', (_, change) => {
    expect(entrySchema.safeParse({ ...given, ...change }).success).toBe(false);
  });

  test('an entry is a statement, not a document', () => {
    const details = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`n${i}`, 'x'.repeat(500)]));
    expect(() => leafText({ ...good, details })).toThrow(RangeError);
  });
});

describe('canonical form', () => {
  test.each([
    ['spaces', '{"a": 1}'],
    ['key order', '{"b":1,"a":2}'],
    ['a key twice', '{"a":1,"a":1}'],
    ['1.0', '{"a":1.0}'],
    ['an escape without need', '{"a":"\\u0041"}'],
    ['an integer past 2^53', '{"a":9007199254740993}'],
    ['a lone surrogate', '{"a":"\\ud800"}'],
    ['-0', '{"a":-0}'],
    ['not JSON', '{'],
  ])('%s is refused', (_, text) => {
    expect(() => parseCanonical(text)).toThrow();
  });

  test('the fast way and the whole comparison always agree', () => {
    const awkward = fc.constantFrom(
      '10',
      '9',
      '__proto__',
      '\ud800',
      '\\ud800',
      '€',
      '\u{1f600}',
      '\ufb33',
      '-0',
      '',
    );
    const json = fc.jsonValue({ depthSize: 'medium' });
    const value = fc.oneof(json, fc.dictionary(awkward, fc.oneof(json, awkward)), fc.array(awkward));
    const verdict = (run: () => void) => {
      try {
        run();
        return 'canonical';
      } catch {
        return 'not';
      }
    };
    fc.assert(
      fc.property(value, (drawn) => {
        for (const text of [JSON.stringify(drawn), JSON.stringify(drawn, null, 1)]) {
          const whole = verdict(() => expect(canonicalText(JSON.parse(text))).toBe(text));
          expect(verdict(() => parseCanonical(text))).toBe(whole);
        }
        if (JSON.stringify(drawn).includes('\\ud')) return;
        expect(parseCanonical(canonicalText(drawn))).toEqual(JSON.parse(JSON.stringify(drawn)));
      }),
      { numRuns: 500 },
    );
  });

  test('keys in the order of RFC 8785 that the engine would write otherwise are accepted', () => {
    expect(parseCanonical('{"10":1,"9":2}')).toEqual({ 9: 2, 10: 1 });
    expect(parseCanonical('"\\\\ud800"')).toBe('\\ud800');
    expect(() => parseCanonical('{"9":2,"10":1}')).toThrow('canonical');
  });

  test('the example of RFC 8785, section 3.2.2', () => {
    // As text, since the example has more digits than a number keeps.
    const text =
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}';
    const value: unknown = JSON.parse(text);
    expect(canonicalText(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(() => canonicalText(undefined)).toThrow();
  });
});

describe('commitments', () => {
  test("RFC 9901's example of a disclosure has its digest", () => {
    const disclosure = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
    const digest = 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0';
    expect(openDisclosure(disclosure, digest)).toEqual({ name: 'family_name', value: 'Möbius' });
  });

  test('what was committed opens, and only it', () => {
    const salt = Uint8Array.from({ length: 16 }, (_, i) => i);
    const { digest, disclosure } = commitment('language', 'my', salt);
    expect(openDisclosure(disclosure, digest)).toEqual({ name: 'language', value: 'my' });
    expect(openDisclosure(disclosure, commitment('language', 'th', salt).digest)).toBeUndefined();
    expect(
      commitment(
        'language',
        'my',
        salt.map((byte) => byte + 1),
      ).digest,
    ).not.toBe(digest);
    expect(entrySchema.safeParse({ ...given, sealed: { language: digest } }).success).toBe(true);
    expect(() => commitment('language', 'my', new Uint8Array(15))).toThrow(RangeError);
  });
});
