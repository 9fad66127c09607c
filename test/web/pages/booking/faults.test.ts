import { describe, expect, test } from 'vitest';
import {
  mostDays,
  withAnotherDay,
  type Draft,
  type DraftDay,
} from '../../../../web/src/pages/booking/draft.ts';
import { faultsOf } from '../../../../web/src/pages/booking/faults.ts';

/** What the booking form finds wrong by itself, and at which field it says so. */

const zone = 'Europe/Berlin';
const now = Date.parse('2026-11-24T12:00:00Z');
const day = (date?: string, time?: string, offset?: string): DraftDay => ({ date, time, offset });
const draft: Draft = {
  kind: 'interview',
  days: [day('2027-03-01', '09:30')],
  minutes: 60,
  pre: 0,
  post: 0,
  prosecutor: 'p',
  presiding: '',
  clerk: 'c',
  supportOfficer: 's',
  interpreter: 'i',
  noInterpreter: false,
  moreInterpreters: [],
  mode: 'consecutive',
  authorities: [],
  also: [],
  rooms: [],
  hold: 0,
};
const on = (...days: DraftDay[]): Draft => ({ ...draft, days });

test('nothing, where nothing is wrong', () => {
  expect(faultsOf(draft, zone, now)).toEqual({});
  expect(faultsOf(on(day('2027-10-31', '02:30', '+01:00')), zone, now)).toEqual({});
});

describe('of a time', () => {
  test.each<[string, Draft, object]>([
    ['no date and no time', on(day()), { 'days.0.local': 'needed', 'days.0.time': 'needed' }],
    ['no time', on(day('2027-03-01')), { 'days.0.time': 'needed' }],
    ['the clocks go forward over it', on(day('2027-03-28', '02:30')), { 'days.0.time': 'never' }],
    ['it comes twice', on(day('2027-10-31', '02:30')), { 'days.0.time': 'twice' }],
    [
      'the other time of that day was chosen',
      on(day('2027-10-31', '02:30', '+09:00')),
      { 'days.0.time': 'twice' },
    ],
    ['it is over', on(day('2026-11-24', '13:00')), { 'days.0.local': 'past' }],
    ['beyond the known clocks', on(day('2093-01-01', '09:30')), { 'days.0.local': 'beyond' }],
    [
      'a further day that comes twice',
      on(day('2027-10-30', '02:30'), day('2027-10-31', '02:30')),
      { 'days.1.time': 'twice' },
    ],
    [
      'days that overlap',
      on(day('2027-03-01', '09:30'), day('2027-03-01', '10:29')),
      { 'days.1.local': 'overlap' },
    ],
    [
      'days in the wrong order',
      on(day('2027-03-02', '09:30'), day('2027-03-01', '09:30')),
      { 'days.1.local': 'overlap' },
    ],
    [
      'an hour more than thirty days',
      on(day('2027-05-01', '09:30'), day('2027-05-31', '09:30')),
      { 'days.1.local': 'tooLong' },
    ],
    [
      'more than twelve hours in a day',
      { ...draft, minutes: 480, pre: 120, post: 121 },
      { minutes: 'tooMuch' },
    ],
  ])('%s', (_, wrong, found) => {
    expect(faultsOf(wrong, zone, now)).toEqual(found);
  });

  test('days that touch are none, nor are thirty days to the minute, over a change of clocks too', () => {
    expect(faultsOf(on(day('2027-03-01', '09:30'), day('2027-03-01', '10:30')), zone, now)).toEqual({});
    expect(faultsOf(on(day('2027-05-01', '09:30'), day('2027-05-31', '08:30')), zone, now)).toEqual({});
    // The night in which the clocks go back is an hour longer.
    const autumn = on(day('2027-10-15', '09:30'), day('2027-11-14', '07:30'));
    expect(faultsOf(autumn, zone, now)).toEqual({});
    expect(faultsOf(on(day('2027-10-15', '09:30'), day('2027-11-14', '07:31')), zone, now)).not.toEqual({});
  });

  test('thirty days in a row can be added, each at the same time', () => {
    let many = draft;
    while (many.days.length < mostDays) many = withAnotherDay(many);
    expect(faultsOf(many, 'Asia/Bangkok', now)).toEqual({});
  });
});

describe('of people', () => {
  test('the same person twice', () => {
    const twice = { ...draft, moreInterpreters: ['j', 'i'] };
    expect(faultsOf(twice, zone, now)).toEqual({ 'seats.interpreter': 'samePerson' });
    // Whoever is left over from another kind of session is nobody here.
    expect(faultsOf({ ...twice, kind: 'central-authority-meeting', authorities: ['a'] }, zone, now)).toEqual(
      {},
    );
  });

  test('none, where it was said that nobody has to interpret', () => {
    expect(faultsOf({ ...draft, interpreter: '', noInterpreter: true }, zone, now)).toEqual({});
  });

  test.each<[Draft['kind'], object]>([
    [
      'interview',
      { 'seats.clerk': 'needed', 'seats.supportOfficer': 'needed', 'seats.interpreter': 'needed' },
    ],
    ['preparation-visit', { 'seats.supportOfficer': 'needed', 'seats.interpreter': 'needed' }],
    ['central-authority-meeting', { 'seats.authorities': 'needed' }],
  ])('nobody chosen for a %s', (kind, found) => {
    const nobody = { ...draft, kind, clerk: '', supportOfficer: '', interpreter: '' };
    expect(faultsOf(nobody, zone, now)).toEqual(found);
  });
});
