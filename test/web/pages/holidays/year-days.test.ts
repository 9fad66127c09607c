import { describe, expect, test } from 'vitest';
import {
  daysOf,
  faultsOf,
  type CorrectionDraft,
  type HolidayYear,
} from '../../../../web/src/pages/holidays/year-days.ts';

const shipped = (day: string, name: string) => ({ country: 'TH', day, name, kind: 'holiday' }) as const;
const correction = (
  version: number,
  day: string,
  kind: 'holiday' | 'working-day' | 'ordinary-day',
  name: string,
) =>
  ({
    version,
    day,
    kind,
    name,
    at: '2026-11-24T02:00:00.000Z',
    role: 'clerk',
    agency: 'Court',
    by: 'C-4K7Q',
  }) as const;

const asShipped = [shipped('2027-04-06', 'Chakri Memorial Day'), shipped('2027-04-13', 'Songkran Festival')];
const history = [
  correction(1, '2027-04-12', 'holiday', 'Bridge day'),
  correction(2, '2027-04-06', 'ordinary-day', 'Moved'),
  correction(3, '2027-04-12', 'working-day', 'Not after all'),
];
const year: HolidayYear = {
  version: 3,
  shipped: true,
  source: 'holidays',
  mayCorrect: true,
  holidays: [
    { ...shipped('2027-04-12', 'Not after all'), kind: 'working-day' },
    shipped('2027-04-13', 'Songkran Festival'),
  ],
  asShipped,
  history,
};

test('each day once, in order: what holds, what was shipped, and the last word on it', () => {
  expect(daysOf(year)).toEqual([
    { day: '2027-04-06', kind: 'ordinary-day', name: 'Moved', shipped: asShipped[0], corrected: history[1] },
    {
      day: '2027-04-12',
      kind: 'working-day',
      name: 'Not after all',
      shipped: undefined,
      corrected: history[2],
    },
    {
      day: '2027-04-13',
      kind: 'holiday',
      name: 'Songkran Festival',
      shipped: asShipped[1],
      corrected: undefined,
    },
  ]);
});

describe('a correction', () => {
  const good: CorrectionDraft = { day: '2027-05-03', kind: 'holiday', name: 'In lieu' };
  const faults = (changed: Partial<CorrectionDraft>) =>
    Object.fromEntries(faultsOf({ ...good, ...changed }, 2027, daysOf(year)));

  test.each<[string, Partial<CorrectionDraft>, object]>([
    ['of a day of that year', {}, {}],
    ['without a day and a name', { day: undefined, name: ' ' }, { day: 'needed', name: 'needed' }],
    ['of a day of another year', { day: '2028-01-01' }, { day: 'wrong-year' }],
    ['that takes away what is not there', { kind: 'ordinary-day' }, { day: 'nothing-there' }],
    [
      'that takes away what was taken away',
      { day: '2027-04-06', kind: 'ordinary-day' },
      { day: 'nothing-there' },
    ],
    ['that takes away a shipped day', { day: '2027-04-13', kind: 'ordinary-day' }, {}],
    ['that changes nothing', { day: '2027-04-13', name: 'Songkran Festival ' }, { day: 'stands-so' }],
    ['that gives another name', { day: '2027-04-13', name: 'Songkran' }, {}],
  ])('%s', (_, changed, expected) => {
    expect(faults(changed)).toEqual(expected);
  });
});
