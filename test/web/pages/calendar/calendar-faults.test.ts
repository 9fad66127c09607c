import { describe, expect, test } from 'vitest';
import { workingTime, type WorkingTime } from '../../../../functions/directory/port/working-time.ts';
import { faultsOfWorkingTime } from '../../../../functions/directory/working-time-rules.ts';
import { usualWorkingTime } from '../../../../functions/directory/port/working-time-store.ts';
import { parseInstant } from '../../../../functions/shared/values/instants.ts';
import { faultsOf, type Pending } from '../../../../web/src/pages/calendar/calendar-faults.ts';

const usual = usualWorkingTime('Asia/Bangkok', 'TH');
const nothing: Pending = { block: {} };
const faults = (changed: Partial<WorkingTime>, pending = nothing) =>
  Object.fromEntries(faultsOf({ ...usual, ...changed }, pending));
const monday = (from: string, until: string, more = {}) => ({ weekday: 1, from, until, ...more });
const block = (start: string, end: string) => ({ start: parseInstant(start), end: parseInstant(end) });

/** What the service would refuse, by where. */
const refused = (changed: Partial<WorkingTime>): string[] => {
  const parsed = workingTime.safeParse({ ...usual, ...changed });
  return parsed.success
    ? faultsOfWorkingTime(parsed.data, '/calendar').map(({ pointer }) => pointer)
    : parsed.error.issues.map(({ path }) => ['/calendar', ...path].join('/'));
};

test('the usual week has none', () => {
  expect(faults({})).toEqual({});
});

describe('what the service would refuse is said at its field before', () => {
  test.each<[string, Partial<WorkingTime>, string, string]>([
    [
      'hours that overlap',
      { weekly: [monday('08:00', '12:00'), monday('11:00', '13:00')] },
      'weekly.1',
      'overlap',
    ],
    ['hours that end before', { weekly: [monday('12:00', '08:00')] }, 'weekly.0', 'ends-before'],
    ['half-typed hours', { weekly: [monday('', '08:00')] }, 'weekly.0', 'no-time'],
    [
      'hours that stop before they hold',
      { weekly: [monday('08:00', '12:00', { validFrom: '2027-02-01', validUntil: '2027-01-01' })] },
      'weekly.0',
      'stops-before',
    ],
    [
      'hours from another age',
      { weekly: [monday('08:00', '12:00', { validFrom: '1999-01-01' })] },
      'weekly.0',
      'outside-years',
    ],
    ['a day off out of reach', { daysOff: ['2038-01-01'] }, 'daysOff', 'outside-years'],
    [
      'a block of two years',
      { blocks: [block('2027-01-01T00:00:00Z', '2029-01-01T00:00:00Z')] },
      'blocks',
      'block-too-long',
    ],
    [
      'sociable hours that go backwards',
      { sociable: { from: '20:00', until: '08:00' } },
      'sociable',
      'ends-before',
    ],
  ])('%s', (_, changed, field, what) => {
    expect(faults(changed)).toEqual({ [`calendar.${field}`]: what });
    expect(refused(changed)[0]).toMatch(new RegExp(`^/calendar/${field.replace('.', '/')}`));
  });

  test('hours that follow one another, or hold in other months, do not overlap', () => {
    const weekly = [
      monday('08:00', '12:00'),
      monday('12:00', '13:00'),
      monday('14:00', '16:00', { validUntil: '2027-01-31' }),
      monday('15:00', '17:00', { validFrom: '2027-02-01' }),
    ];
    expect([faults({ weekly }), refused({ weekly })]).toEqual([{}, []]);
  });
});

test('half-typed hours are not blamed on the hours beside them', () => {
  const weekly = [monday('', '16:30'), monday('09:00', '17:00')];
  expect(faults({ weekly })).toEqual({ 'calendar.weekly.0': 'no-time' });
});

test('what was typed and not added is not lost unseen', () => {
  expect(faults({}, { dayOff: '2027-01-04', block: {} })).toEqual({ 'calendar.daysOff': 'not-added' });
  expect(faults({}, { block: { fromDay: '2027-01-04' } })).toEqual({ 'calendar.blocks': 'not-added' });
});
