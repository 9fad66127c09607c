import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { uiLanguages, type UiLanguage } from '../../../functions/shared/values/languages.ts';
import { bindingTexts, type BindingText } from '../../../functions/witnesses/material/contract.ts';
import type { Issue } from '../../../functions/witnesses/material/issued.ts';
import {
  currentText,
  faultOfText,
  shipped,
  stateOf,
  type Register,
} from '../../../functions/witnesses/material/register.ts';

const words = join(import.meta.dirname, '..', '..', '..', 'web', 'src', 'words');
const shownIn = (language: UiLanguage) =>
  JSON.parse(readFileSync(join(words, language, 'binding.json'), 'utf8')) as Readonly<
    Record<BindingText, { readonly title: string; readonly lines: readonly string[] }>
  >;
const all = uiLanguages.flatMap((language) => bindingTexts.map((text) => [text, language] as const));

describe('what is shipped', () => {
  test.each(all)('%s in %s is the text that is shown, to the letter', (text, language) => {
    const { title, lines } = shownIn(language)[text];
    const hash = createHash('sha256')
      .update([title, ...lines].join('\n'), 'utf8')
      .digest('hex');
    expect(currentText(text, language, '2026-11-28')?.hash).toBe(hash);
  });

  test('no two are the same text, and each review is of one of them', () => {
    const hashes = shipped.issues.map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(shipped.reviews.filter(({ hash }) => !hashes.includes(hash))).toEqual([]);
  });

  test('nobody has read any of them, so all are drafts', () => {
    expect(
      all.map(([text, language]) => stateOf(currentText(text, language, '2026-11-28')?.hash ?? '')),
    ).toEqual(all.map(() => 'draft'));
  });
});

describe('a text that was used', () => {
  const issue = (version: number, hash: string, until: string): Issue => ({
    text: 'consent',
    language: 'my',
    version,
    hash: hash.repeat(64),
    until,
  });
  const old = issue(1, 'a', '2027-01-31');
  const current = issue(2, 'b', '2027-12-31');
  const register: Register = {
    issues: [old, current],
    reviews: [{ hash: old.hash, by: 'A lawyer of the bar', on: '2026-12-01' }],
  };
  const readOut = { readOutByInterpreter: true };
  const readAlone = { readOutByInterpreter: false };
  const fault = (used: Issue, how: typeof readOut, day: string) =>
    faultOfText('consent', used, how, day, register);

  test('a reviewed one may be read alone, until its last day', () => {
    expect(fault(old, readAlone, '2027-01-31')).toBeUndefined();
    expect(fault(old, readOut, '2027-02-01')).toBe('expired');
  });

  test('a draft only when an interpreter read it out', () => {
    expect(fault(current, readAlone, '2027-01-31')).toBe('draft-not-read-out');
    expect(fault(current, readOut, '2027-01-31')).toBeUndefined();
  });

  test.each([
    ['another hash', { hash: 'c'.repeat(64) }],
    ['the hash of another version', { hash: old.hash }],
    ['another language', { language: 'th' as const }],
    ['a version that never was', { version: 3 }],
  ])('with %s is none of ours', (_, wrong) => {
    expect(fault({ ...current, ...wrong }, readOut, '2027-01-31')).toBe('not-shipped');
  });

  test('another text of ours does not stand for it', () => {
    expect(faultOfText('rights', current, readOut, '2027-01-31', register)).toBe('not-shipped');
  });

  test('the review of one version is none of the next', () => {
    expect(stateOf(old.hash, register)).toBe('reviewed');
    expect(stateOf(current.hash, register)).toBe('draft');
  });

  test('the newest that has not expired is shown', () => {
    expect(currentText('consent', 'my', '2027-01-01', register)).toBe(current);
    expect(currentText('consent', 'my', '2028-01-01', register)).toBeUndefined();
  });
});
