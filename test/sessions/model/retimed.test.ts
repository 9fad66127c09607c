import { describe, expect, it } from 'vitest';
import { ourClocks, retimed, type Clocks } from '../../../functions/sessions/model/retimed.ts';
import { resolveTime } from '../../../functions/sessions/port/session-time.ts';
import { timeProposed, type TimeBrief } from '../../support/proposal.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import { now } from '../../support/prepared-case.ts';
import { newClocks } from '../retiming/new-clocks.ts';

describe('a session under other clocks', () => {
  const timeOf = (local: string, more: Partial<TimeBrief> = {}) =>
    resolveTime(timeProposed({ local, zone: 'Asia/Bangkok', ...more }), now);

  it('keeps the wall time of its venue', () => {
    const result = retimed(timeOf('2027-03-25T09:00'), newClocks);
    expect(result.kind).toBe('moves');
    expect(result).toMatchObject({
      time: {
        start: '2027-03-25T01:00:00.000Z',
        end: '2027-03-25T02:00:00.000Z',
        venue: { local: '2027-03-25T09:00', offset: '+08:00', zoneTable: '2027a' },
      },
    });
  });

  it('before the change, or elsewhere, is the same', () => {
    expect(retimed(timeOf('2027-03-19T09:00'), newClocks).kind).toBe('same');
    expect(retimed(timeOf('2027-03-25T09:00', { zone: 'Asia/Yangon' }), newClocks).kind).toBe('same');
    expect(retimed(timeOf('2027-03-25T09:00'), ourClocks).kind).toBe('same');
  });

  it('on several days moves those that must', () => {
    const result = retimed(
      timeOf('2027-03-19T09:00', { moreDays: [{ local: '2027-03-22T09:00' }] }),
      newClocks,
    );
    expect(result.kind === 'moves' && result.time.days.map(({ start }) => start)).toEqual([
      '2027-03-19T02:00:00.000Z',
      '2027-03-22T01:00:00.000Z',
    ]);
  });

  it('at a wall time that is gone is for somebody to decide', () => {
    expect(retimed(timeOf('2027-03-20T00:30'), newClocks)).toEqual({
      kind: 'lost',
      local: '2027-03-20T00:30',
    });
  });

  it('at a wall time that comes twice by then is the one with the offset that was meant', () => {
    const [earlier, later] = [parseInstant('2027-03-25T02:00:00Z'), parseInstant('2027-03-25T03:00:00Z')];
    const twice = (offsets: readonly string[]): Clocks => ({
      version: '2027b',
      resolve: () => ({ kind: 'ambiguous', instants: [earlier, later] }),
      offset: (_, at) => offsets[at === earlier ? 0 : 1] ?? '',
    });
    const time = timeOf('2027-03-25T09:00');
    expect(retimed(time, twice(['+07:00', '+06:00']))).toMatchObject({ time: { start: earlier } });
    expect(retimed(time, twice(['+08:00', '+07:00']))).toMatchObject({ time: { start: later } });
    expect(retimed(time, twice(['+09:00', '+08:00']))).toMatchObject({ time: { start: earlier } });
  });
});
