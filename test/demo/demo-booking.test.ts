import { describe, expect, it } from 'vitest';
import { firstPossible, hoursFrom, weekdaysAfter } from '../../infra/local/demo-booking.ts';
import { Refused } from '../../infra/local/demo-client.ts';
import { bookSession } from '../../functions/sessions/booking/contract.ts';

const refused = (code: string) => new Refused(bookSession, 409, { code });

describe('when a session of the demonstration is tried', () => {
  it('counts weekdays over a weekend and over the end of a year', () => {
    expect([0, 1, 2, 6].map((count) => weekdaysAfter('2026-12-30', count))).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-07',
    ]);
    expect(weekdaysAfter('2026-11-28', 1)).toBe('2026-11-30');
  });

  it('tries the hour and the one after it, day by day', () => {
    expect(hoursFrom('2026-12-03', '09:30').slice(0, 4)).toEqual([
      '2026-12-03T09:30',
      '2026-12-03T10:30',
      '2026-12-04T09:30',
      '2026-12-04T10:30',
    ]);
  });

  it('goes on to the next time where somebody has none, and to nothing else', async () => {
    const tried: string[] = [];
    const done = await firstPossible(['a', 'b', 'c'], async (local) => {
      tried.push(local);
      if (local === 'a') throw refused('already-booked');
      return local;
    });
    expect([done, tried]).toEqual(['b', ['a', 'b']]);
    expect(await firstPossible(['a'], () => Promise.reject(refused('override-needed')))).toBeUndefined();
    await expect(firstPossible(['a', 'b'], () => Promise.reject(refused('not-found')))).rejects.toThrow(
      'was refused',
    );
  });
});
