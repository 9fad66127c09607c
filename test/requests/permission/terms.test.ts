import { describe, expect, test } from 'vitest';
import { permissionTerms } from '../../../functions/requests/permission/contract.ts';
import { assertNamed, languagesNotAllowed, waitsForOfficer } from '../../../functions/requests/port/terms.ts';
import { Refusal } from '../../../functions/shared/refusals.ts';

/** What the terms of a permission demand of whoever holds a session. */

const terms = (given: object) =>
  permissionTerms.parse({ persons: [], languages: [], conditions: [], onPaper: false, ...given });
const named = terms({ conditions: ['named-persons-only'], persons: ['P-7HR2'] });
const free = terms({});

function comesIn(given: readonly ReturnType<typeof terms>[], seat: string, pseudonym: string): boolean {
  try {
    assertNamed(given, { seat: seat as 'prosecutor', pseudonym }, ['W-4K7Q']);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'condition-not-kept', facts: { condition: 'named-persons-only' } });
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
}

describe('named persons only', () => {
  test.each([
    ['whoever is named', [named], 'prosecutor', 'P-7HR2', true],
    ['nobody else', [named], 'clerk', 'C-2M9T', false],
    ['whoever is heard', [named], 'witness', 'W-4K7Q', true],
    ['no other witness', [named], 'witness', 'W-2M9T', false],
    ['the host State’s own officer who attends', [named], 'attending-officer', 'A-9CDF', true],
    ['anybody, where it is no condition', [free], 'clerk', 'C-2M9T', true],
    ['of two permissions the stricter one counts', [free, named], 'clerk', 'C-2M9T', false],
  ])('%s', (_, given, seat, pseudonym, expected) => {
    expect(comesIn(given, seat, pseudonym)).toBe(expected);
  });
});

test('an officer is waited for where one permission says so', () => {
  expect(waitsForOfficer([free, terms({ conditions: ['attending-officer-present'] })])).toBe(true);
  expect(waitsForOfficer([free, named])).toBe(false);
});

test('a language that the host State did not name is not allowed, be it alike', () => {
  const given = [terms({ conditions: ['languages'], languages: ['my', 'th'] })];
  expect(languagesNotAllowed(given, ['my', 'th'])).toEqual([]);
  expect(languagesNotAllowed(given, ['shn', 'th'])).toEqual(['shn']);
  expect(languagesNotAllowed([free], ['shn', 'th'])).toEqual([]);
});
