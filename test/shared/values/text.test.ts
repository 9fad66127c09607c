import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { humanText } from '../../../functions/shared/values/text.ts';

const short = humanText('office', 20);
const MIXED = ['a', 'é', '\u0301', 'ក', '្', '😀', '\u200B', '\u0000', '\uD800', '\u202E', '\n', ' ', '\t'];
const lines = humanText('office', 200, { lines: true });

describe('kept as it is', () => {
  test.each([
    'Ploy',
    'O’Brien-Łukasz',
    'คุณพลอย สุขใจ',
    'ဒေါ်အေးအေး',
    'ចាន់​សុភា', // with a zero-width space, which Khmer breaks lines at
    'ນາງ ບົວ',
    'Nguyễn Thị Hoa',
    '李小龙',
    'क्\u200Dष', // with a joiner
    'می\u200Cخواهم', // with a non-joiner
    'a\u2060b',
    'ေက\uFE00',
    '<b>"&\\\'%',
    '../../etc/passwd',
    '0',
    '!',
  ])('%j', (text) => {
    expect(short.parse(text)).toBe(text.normalize('NFC'));
  });
});

test('composed, and without white space around', () => {
  expect(short.parse('  e\u0301\t ')).toBe('é');
  expect(lines.parse('one\r\ntwo\n')).toBe('one\ntwo');
  expect(short.parse('Nguye\u0302\u0303n')).toBe('Nguyễn');
});

describe('refused', () => {
  test.each([
    ['NUL', 'a\u0000b'],
    ['escape', 'a\u001B[31mb'],
    ['delete', 'a\u007Fb'],
    ['C1 control', 'a\u0085b'],
    ['carriage return alone', 'a\rb'],
    ['vertical tab', 'a\u000Bb'],
    ['form feed before it', '\fa'],
    ['line separator after it', 'a\u2028'],
    ['right-to-left override', 'a\u202Egpj.exe'],
    ['left-to-right mark', 'a\u200Eb'],
    ['Arabic letter mark', 'a\u061Cb'],
    ['isolate', 'a\u2067b'],
    ['line separator', 'a\u2028b'],
    ['byte-order mark', 'a\uFEFFb'],
    ['annotation', 'a\uFFF9b'],
    ['tag characters', 'a\u{E0041}b'],
    ['no character', 'a\uFFFFb'],
    ['no character of a later plane', 'a\u{1FFFE}b'],
    ['no character by decision', 'a\uFDD0b'],
    ['high surrogate alone', 'a\uD83D'],
    ['low surrogate alone', '\uDE00b'],
    ['empty', ''],
    ['white space', ' \t\n'],
    ['what cannot be seen', '\u200B\u200D\u2060\u00A0'],
    ['fillers that pass for letters', '\u3164\u115F\u1160\uFFA0\u2800'],
    ['combining marks alone', '\u0301\u0301'],
    ['two lines', 'a\nb'],
    ['a tab', 'a\tb'],
    ['too long', 'x'.repeat(21)],
    ['too long in code points beyond the first plane', '😀'.repeat(21)],
    ['far too long', 'x'.repeat(10_000_000)],
    ['no text', null],
    ['a number', 7],
    ['an object', { toString: 'Ploy' }],
  ])('%s', (_, text) => {
    const parsed = short.safeParse(text);
    expect(parsed.success).toBe(false);
    // The refusal names the fault and never repeats what was sent.
    expect(JSON.stringify(parsed.error?.issues).length).toBeLessThan(600);
  });

  test('the same in text of several lines, save lines and tabs', () => {
    expect(lines.parse('a\n\tb')).toBe('a\n\tb');
    for (const text of ['a\u0000b', 'a\rb', 'a\u2028b', 'a\u202Eb', '\n\n']) {
      expect(lines.safeParse(text).success).toBe(false);
    }
  });
});

describe('length', () => {
  test('is counted in code points, after composing', () => {
    expect(short.safeParse('😀'.repeat(20)).success).toBe(true);
    expect(short.safeParse('😀'.repeat(21)).success).toBe(false);
    expect(short.safeParse('ក'.repeat(20)).success).toBe(true);
    expect(short.safeParse('x'.repeat(20)).success).toBe(true);
    expect(short.safeParse('e\u0301'.repeat(20)).success).toBe(true);
    expect(short.safeParse('e\u0301'.repeat(21)).success).toBe(false);
  });

  test('whatever is accepted keeps the bounds, is stable, and is well-formed', () => {
    const anything = fc.string({
      unit: fc.constantFrom(...MIXED),
      maxLength: 40,
    });
    let accepted = 0;
    fc.assert(
      fc.property(anything, (text) => {
        const parsed = short.safeParse(text);
        if (!parsed.success) return;
        accepted += 1;
        expect(parsed.data.isWellFormed()).toBe(true);
        expect(Array.from(parsed.data).length).toBeLessThanOrEqual(20);
        expect(parsed.data).toBe(parsed.data.normalize('NFC').trim());
        for (const forbidden of ['\u0000', '\u202E', '\n', '\t'])
          expect(parsed.data).not.toContain(forbidden);
        expect(short.parse(parsed.data)).toBe(parsed.data);
      }),
      { numRuns: 5_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  }, 60_000);
});
