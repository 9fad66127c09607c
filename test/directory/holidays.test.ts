import { describe, expect, it } from 'vitest';
import { parseHolidays } from '../../functions/directory/port/working-time-store.ts';
import { correct, mayCorrect } from '../../functions/directory/holidays.ts';
import { Refusal } from '../../functions/shared/refusals.ts';

const shipped = parseHolidays(undefined, 'TH', 2026);
const refusalOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.errors.map(({ pointer }) => pointer)];
    throw error;
  }
  return undefined;
};

describe('a correction', () => {
  it('is the last word on its day, and leaves the others', () => {
    const first = { day: '2026-05-29', kind: 'holiday', name: 'Election day' } as const;
    const other = { day: '2026-05-30', kind: 'holiday', name: 'Day after' } as const;
    const before = {
      ...shipped,
      corrections: [first, other],
      holidays: [{ country: 'TH', ...first } as const],
    };
    const next = { day: '2026-05-29', kind: 'ordinary-day', name: 'Put off' } as const;
    expect(correct(before, next)).toEqual([other, next]);
  });

  it('can rename a day, or make it worked', () => {
    expect(correct(shipped, { day: '2026-04-13', kind: 'holiday', name: 'Water festival' })).toHaveLength(1);
    expect(correct(shipped, { day: '2026-04-13', kind: 'working-day', name: 'Worked' })).toHaveLength(1);
  });

  it('is refused where it changes nothing', () => {
    const name = shipped.holidays.find(({ day }) => day === '2026-04-13')?.name ?? '';
    expect(refusalOf(() => correct(shipped, { day: '2026-04-13', kind: 'holiday', name }))).toEqual([
      'does-not-fit',
      ['/day'],
    ]);
    expect(
      refusalOf(() => correct(shipped, { day: '2026-06-17', kind: 'ordinary-day', name: 'None' })),
    ).toEqual(['does-not-fit', ['/day']]);
  });
});

it('days are corrected by officers of their country, or by any where the country has no agency', () => {
  expect(mayCorrect('TH', 'TH', true)).toBe(true);
  expect(mayCorrect('TH', 'MM', true)).toBe(false);
  expect(mayCorrect('TH', 'JP', false)).toBe(true);
});
