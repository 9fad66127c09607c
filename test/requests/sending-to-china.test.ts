import { describe, expect, test } from 'vitest';
import { questionsFor } from '../../functions/requests/law/questions-for.ts';
import {
  assertMayBeSent,
  lightOfAll,
  linesFor,
  type Mark,
} from '../../functions/requests/sending/checklist.ts';

const pair = { requesting: 'TH', host: 'CN', on: '2026-11-28' } as const;
const basis = 'reciprocity';
const done = (...items: string[]): ReadonlyMap<string, Mark> =>
  new Map(items.map((item) => [item, { item, state: 'done' }]));
const demanded = (of = pair as Parameters<typeof linesFor>[0]) =>
  linesFor(of, basis, new Map())
    .filter((line) => line.demanded)
    .map(({ item }) => item.id);

describe('scenario 14: a request to China without translation or reciprocity pledge', () => {
  test('is red for both before it is sent, and is not sent', () => {
    const lines = linesFor(pair, basis, done(...demanded().filter((id) => !/CN-(lang|treaty)/.test(id))));
    expect(lines.filter(({ light }) => light === 'red').map(({ item }) => item.id)).toEqual([
      'CN-treaty',
      'CN-lang',
    ]);
    expect(lightOfAll(lines)).toBe('red');
    expect(() => assertMayBeSent(lines)).toThrow(
      expect.objectContaining({
        code: 'request-incomplete',
        facts: {
          missing: [
            {
              item: 'CN-treaty',
              wants: 'Treaty, or written reciprocity pledge through the diplomatic channel.',
            },
            { item: 'CN-lang', wants: 'Translation.' },
          ],
        },
      }),
    );
  });

  test('with both is red no more, and not green either: what China wants was read in part', () => {
    const lines = linesFor(pair, basis, done(...demanded()));
    expect(lightOfAll(lines)).toBe('amber');
    expect(() => assertMayBeSent(lines)).not.toThrow();
    expect(lines.filter(({ item }) => /CN-(lang|treaty)/.test(item.id)).map(({ light }) => light)).toEqual([
      'amber',
      'amber',
    ]);
    expect(questionsFor('TH', 'CN', pair.on).length).toBeGreaterThan(0);
  });

  test('is of that State alone: a request to another has its own', () => {
    expect(demanded().some((id) => id.startsWith('CN'))).toBe(true);
    const toCambodia = linesFor({ ...pair, host: 'KH' }, basis, new Map());
    expect(toCambodia.some(({ item }) => item.id.startsWith('CN'))).toBe(false);
  });

  test('where nothing is demanded nothing is green', () => {
    expect(lightOfAll([])).toBe('amber');
  });
});
