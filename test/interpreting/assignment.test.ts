import { describe, expect, test } from 'vitest';
import {
  checkLanguages,
  gateOf,
  gateOfTeam,
  needsLanguages,
  type Booked,
} from '../../functions/interpreting/assignment.ts';
import { assignment } from '../../functions/interpreting/contract.ts';
import { staffRoles, type Role } from '../../functions/shared/access/roles.ts';
import { Refusal } from '../../functions/shared/refusals.ts';

const form = { between: ['my', 'th'], mode: 'consecutive', conflict: 'none-declared', undertaking: true };
const given = assignment.parse(form);
const booked: Booked = { role: 'interpreter', languages: ['en', 'my', 'th'] };

function faultsOf(person: Booked, between: readonly [string, string] = ['my', 'th']): string[] | 'none' {
  try {
    checkLanguages(assignment.parse({ ...form, between }), person);
    return 'none';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe('person-not-suitable');
    expect(error.facts).toEqual({ seat: 'interpreter' });
    return error.errors.map(({ pointer }) => pointer);
  }
}

describe('the interpreter of a session', () => {
  test('has both languages', () => {
    expect(faultsOf(booked)).toBe('none');
    expect(faultsOf(booked, ['th', 'my'])).toBe('none');
    expect(faultsOf({ ...booked, languages: ['th'] })).toEqual(['/between/0']);
    expect(faultsOf({ ...booked, languages: ['en'] })).toEqual(['/between/0', '/between/1']);
    expect(faultsOf({ role: 'interpreter' })).toEqual(['/between/0', '/between/1']);
  });

  test('has these very languages, not ones that are alike', () => {
    expect(faultsOf(booked, ['shn', 'th'])).toEqual(['/between/0']);
    expect(faultsOf({ role: 'interpreter', languages: ['th', 'zh'] }, ['yue', 'th'])).toEqual(['/between/0']);
  });

  test('is compared by the one spelling of a tag', () => {
    expect(faultsOf(booked, ['bur', 'TH'])).toBe('none');
  });

  test('is an interpreter, and one who still works', () => {
    expect(faultsOf({ ...booked, role: 'support-officer' })).toEqual([]);
    expect(faultsOf({ ...booked, disabled: true })).toEqual([]);
  });

  test('is confirmed without conflict and with the undertaking only', () => {
    expect(gateOf(given)).toBe('open');
    expect(gateOf({ ...given, conflict: 'declared' })).toBe('refused');
    expect(gateOf({ ...given, undertaking: false })).toBe('refused');
  });

  test('is one of a team that waits for all, and is refused with any of them', () => {
    const declined = { ...given, conflict: 'declared' as const };
    const gate = (...confirmed: [string, typeof given][]) =>
      gateOfTeam(['I-2222', 'I-4444'], new Map(confirmed));
    expect(gate()).toBe('missing');
    expect(gate(['I-2222', given])).toBe('missing');
    expect(gate(['I-4444', given], ['I-2222', given])).toBe('open');
    expect(gate(['I-2222', declined])).toBe('refused');
    expect(gate(['I-2222', declined], ['I-4444', given])).toBe('refused');
    // Somebody who was replaced counts no more, for or against.
    expect(gate(['I-2222', given], ['I-6666', given])).toBe('missing');
    expect(gate(['I-2222', given], ['I-4444', given], ['I-6666', declined])).toBe('open');
  });

  test.each([
    ['the same language twice', ['th', 'th']],
    ['the same language in two spellings', ['my', 'bur']],
    ['one language', ['th']],
    ['three languages', ['th', 'my', 'en']],
    ['a language that is none', ['th', 'xx']],
  ])('the form refuses %s', (_, between) => {
    expect(assignment.safeParse({ ...form, between }).success).toBe(false);
  });
});

test('between which languages, those read who need it, whatever else their role lets them do', () => {
  const witness = { holder: 'holder', mayKnow: ['attending'] };
  const reads = (personId: string, role: Role) => needsLanguages({ personId, role }, [witness]);
  expect(reads('any', 'clerk')).toBe(true);
  expect(reads('holder', 'support-officer')).toBe(true);
  expect(reads('attending', 'attending-officer')).toBe(true);
  for (const role of staffRoles.filter((each) => each !== 'clerk')) expect(reads('any', role)).toBe(false);
});
