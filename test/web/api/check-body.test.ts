import { describe, expect, test } from 'vitest';
import { openCase } from '../../../functions/cases/contract.ts';
import { recordConsent } from '../../../functions/witnesses/contract.ts';
import { confirmInterpreter } from '../../../functions/interpreting/contract.ts';
import { answersOf, faultsOfBody } from '../../../web/src/api/check-body.ts';
import { isAt } from '../../../web/src/api/problem.ts';
import type { Route } from '../../../functions/shared/http/contract.ts';

const id = (digit: string) => digit.repeat(26);
const found = (route: Pick<Route, 'body'>, body: unknown) =>
  route.body === undefined
    ? []
    : faultsOfBody(route.body, body).map(({ pointer, why, limit }) => [pointer, why, limit] as const);

const whole = {
  reference: 'A-1',
  requestingState: 'TH',
  hostState: 'MM',
  members: [id('1')],
  witnesses: [{ protected: true, holder: id('1'), zone: 'Asia/Yangon', mayKnow: [] }],
};

describe('a body before it is sent', () => {
  test('is right where the contract takes it', () => {
    expect(found(openCase, whole)).toEqual([]);
  });

  test('lacks what was not answered, by the pointer of its field', () => {
    const { reference: _, ...rest } = whole;
    const [witness] = whole.witnesses;
    const body = { ...rest, witnesses: [{ ...witness, protected: undefined, holder: undefined }] };
    expect(found(openCase, body)).toEqual([
      ['/reference', 'needed', undefined],
      ['/witnesses/0/protected', 'needed', undefined],
      ['/witnesses/0/holder', 'needed', undefined],
    ]);
    expect(found(openCase, { ...whole, members: [] })).toEqual([['/members', 'needed', undefined]]);
  });

  test('says that a text is too long, and how many there may be', () => {
    expect(found(openCase, { ...whole, reference: 'x'.repeat(41) })).toEqual([
      ['/reference', 'tooLong', undefined],
    ]);
    expect(found(openCase, { ...whole, members: Array.from({ length: 31 }, () => id('2')) })).toEqual([
      ['/members', 'tooMany', 30],
    ]);
  });

  test('is wrong without more words where the contract alone knows why', () => {
    expect(found(openCase, { ...whole, hostState: 'XX' })).toEqual([['/hostState', undefined, undefined]]);
    expect(found(openCase, { ...whole, surprise: 1 })).toEqual([['', undefined, undefined]]);
  });

  test('of a consent misses whether the witness takes part, and in which language it was explained', () => {
    const pointers = found(recordConsent, { scopes: {}, told: [] }).map(([pointer]) => pointer);
    expect(pointers).toContain('/scopes/takePart');
    expect(pointers).toContain('/language');
    expect(pointers).toContain('/person');
  });

  test('of an interpreter points to the one language of two that is missing', () => {
    const body = {
      between: ['my', undefined],
      direction: 'both',
      mode: 'consecutive',
      part: 'lead',
      vetting: { by: 'Office of the Court', on: '2026-01-01', until: '2036-12-31' },
      topics: ['work'],
    };
    expect(found(confirmInterpreter, body)).toEqual([['/between/1', 'needed', undefined]]);
  });
});

describe('the answers of a form', () => {
  const values = new FormData();
  values.set('note', '  ');
  values.set('reference', ' A-1 ');
  values.set('protected', 'no');
  values.append('members', 'one');
  values.append('members', 'two');
  const { text, yes, all } = answersOf(values);

  test('are not there where nothing was said', () => {
    expect([text('note'), text('other'), yes('other'), all('other')]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
    ]);
  });

  test('are what was said', () => {
    expect([text('reference'), yes('protected'), all('members')]).toEqual(['A-1', false, ['one', 'two']]);
  });
});

test('a fault belongs to its field and to the field around it, to no other', () => {
  const fault = { pointer: '/seats/clerk', message: '' };
  expect(isAt(fault, 'seats.clerk')).toBe(true);
  expect(isAt(fault, 'seats')).toBe(true);
  expect(isAt(fault, 'seat')).toBe(false);
  expect(isAt({ pointer: '/seats/clerks', message: '' }, 'seats.clerk')).toBe(false);
});
