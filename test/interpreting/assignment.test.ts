import { describe, expect, test } from 'vitest';
import {
  checkFit,
  checkHeard,
  checkLanguages,
  type Booked,
} from '../../functions/interpreting/assignment.ts';
import { assignment, declaration, type Assignment } from '../../functions/interpreting/contract.ts';
import { spokenLanguage } from '../../functions/shared/values/dialects.ts';
import { languageTag } from '../../functions/shared/values/languages.ts';
import { Refusal } from '../../functions/shared/refusals.ts';
import { confirmed } from '../support/confirmed-interpreter.ts';

const { onPaper: _paper, ...form } = confirmed;
const direction = (from: string, to: string, dialect?: string) => ({
  from: languageTag.parse(from),
  to: languageTag.parse(to),
  ...(dialect === undefined ? {} : { dialect }),
});
const booked: Booked = {
  role: 'interpreter',
  languages: ['en', 'my', 'th'],
  profile: { directions: [direction('my', 'th'), direction('th', 'my')], modes: ['consecutive'] },
};

function faultsOf(check: () => void, code: string): string[] | 'none' {
  try {
    check();
    return 'none';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe(code);
    return error.errors.map(({ pointer }) => pointer);
  }
}
const ofLanguages = (person: Booked, between: readonly [string, string] = ['my', 'th']) =>
  faultsOf(() => checkLanguages(assignment.parse({ ...form, between }), person), 'person-not-suitable');
const ofFit = (change: Partial<Record<keyof Assignment, unknown>> = {}, person = booked) =>
  faultsOf(
    () =>
      checkFit(assignment.parse({ ...form, ...change }), person, {
        day: '2027-03-01',
        lastDay: '2027-03-02',
      }),
    'interpreter-not-fit',
  );

describe('the interpreter of a session', () => {
  test('has both languages', () => {
    expect(ofLanguages(booked)).toBe('none');
    expect(ofLanguages(booked, ['th', 'my'])).toBe('none');
    expect(ofLanguages({ ...booked, languages: ['th'] })).toEqual(['/between/0']);
    expect(ofLanguages({ ...booked, languages: ['en'] })).toEqual(['/between/0', '/between/1']);
    expect(ofLanguages({ role: 'interpreter' })).toEqual(['/between/0', '/between/1']);
  });

  test('has these very languages, not ones that are alike', () => {
    expect(ofLanguages(booked, ['shn', 'th'])).toEqual(['/between/0']);
    expect(ofLanguages({ role: 'interpreter', languages: ['th', 'zh'] }, ['yue', 'th'])).toEqual([
      '/between/0',
    ]);
  });

  test('is compared by the one spelling of a tag', () => {
    expect(ofLanguages(booked, ['bur', 'TH'])).toBe('none');
  });

  test('is an interpreter, and one who still works', () => {
    expect(ofLanguages({ ...booked, role: 'support-officer' })).toEqual([]);
    expect(ofLanguages({ ...booked, disabled: true })).toEqual([]);
  });

  test('works in both directions, or in the one that is asked', () => {
    const oneWay = {
      ...booked,
      profile: { directions: [direction('my', 'th')], modes: ['consecutive'] as const },
    };
    expect(ofFit()).toBe('none');
    expect(ofFit({}, oneWay)).toEqual(['/direction']);
    expect(ofFit({ direction: 'one-way' }, oneWay)).toBe('none');
    expect(ofFit({ direction: 'one-way', between: ['th', 'my'] }, oneWay)).toEqual(['/direction']);
  });

  test('speaks the dialect in each direction, however it is written', () => {
    const person = {
      ...booked,
      profile: {
        directions: [direction('my', 'th', 'Rakhine'), direction('th', 'my', 'Rakhine')],
        modes: ['consecutive'] as const,
      },
    };
    expect(ofFit({ dialect: 'rakhine ' }, person)).toBe('none');
    expect(ofFit({ dialect: 'Tavoyan' }, person)).toEqual(['/dialect']);
    expect(ofFit({ dialect: 'Rakhine' })).toEqual(['/dialect']);
  });

  test('is understood by everybody who is heard, as far as it is known what they speak', () => {
    const heard = (change: object, ...languages: { language: string; dialect?: string }[]) =>
      faultsOf(
        () =>
          checkHeard(assignment.parse({ ...form, ...change }), [
            { languages: languages.map((each) => spokenLanguage.parse(each)) },
          ]),
        'interpreter-not-fit',
      );
    const sgaw = { language: 'kar', dialect: 'sgaw' };
    const tavoyan = { language: 'my', dialect: 'tavoyan' };
    expect(heard({})).toBe('none');
    expect(heard({}, { language: 'my' })).toBe('none');
    expect(heard({}, sgaw)).toEqual(['/between/0']);
    expect(heard({ between: ['kar', 'th'] }, sgaw)).toEqual(['/dialect']);
    expect(heard({ between: ['ksw', 'th'] }, sgaw)).toBe('none');
    expect(heard({}, sgaw, { language: 'my' })).toBe('none');
    expect(heard({}, tavoyan)).toEqual(['/dialect']);
    expect(heard({ dialect: 'Tavoyan ' }, tavoyan)).toBe('none');
    expect(heard({ part: 'relay' }, sgaw)).toBe('none');
  });

  test('works in the way that is asked, and is vetted until the session is over', () => {
    expect(ofFit({ mode: 'simultaneous' })).toEqual(['/mode']);
    expect(ofFit({ vetting: { by: 'X', on: '2027-03-02', until: '2030-01-01' } })).toEqual(['/vetting/on']);
    expect(ofFit({ vetting: { by: 'X', on: '2026-01-01', until: '2027-03-01' } })).toEqual([
      '/vetting/until',
    ]);
    expect(ofFit({ vetting: { by: 'X', on: '2026-01-01', until: '2027-03-02' } })).toBe('none');
  });

  test.each([
    ['the same language twice', { between: ['th', 'th'] }],
    ['the same language in two spellings', { between: ['my', 'bur'] }],
    ['one language', { between: ['th'] }],
    ['three languages', { between: ['th', 'my', 'en'] }],
    ['a language that is none', { between: ['th', 'xx'] }],
    ['a vetting that ends before it begins', { vetting: { by: 'X', on: '2027-03-02', until: '2027-03-01' } }],
    ['a dialect that is written backwards', { dialect: '\u202EwagaS' }],
    ['no topic at all', { topics: [] }],
  ])('the form refuses %s', (_, change) => {
    expect(assignment.safeParse({ ...form, ...change }).success).toBe(false);
  });

  test('declares of which kind a conflict is, and no kind of none', () => {
    const parses = (given: object) => declaration.safeParse(given).success;
    expect(parses({ conflict: 'none' })).toBe(true);
    expect(parses({ conflict: 'none', reason: 'because' })).toBe(false);
    expect(parses({ conflict: 'declared' })).toBe(false);
    expect(parses({ conflict: 'declared', kinds: ['embassy'] })).toBe(true);
  });
});
