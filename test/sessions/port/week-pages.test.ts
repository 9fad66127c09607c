import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clashes,
  rewritten,
  takenAt,
  weeksOf,
  type Page,
  type Reservation,
} from '../../../functions/sessions/port/week-pages.ts';
import {
  addMinutes,
  instantOf,
  parseInstant,
  type Interval,
} from '../../../functions/shared/values/instants.ts';

const interval = (start: string, end: string): Interval => ({
  start: parseInstant(start),
  end: parseInstant(end),
});
const emptyPage = (week: string): Page => ({ calendar: 'person#p', week, version: 0, taken: [] });
const now = new Date('2026-11-01T00:00:00Z');

const reserve = (page: Page, { sessionId, ...span }: Reservation): Page =>
  rewritten(page, { sessionId }, [span], now);
const release = (page: Page, sessionId: string): Page => rewritten(page, { sessionId }, [], now);
const isFree = (pages: readonly Page[], wanted: Interval & { readonly sessionId?: string }): boolean =>
  clashes(
    takenAt(pages, now).filter(({ sessionId }) => sessionId !== wanted.sessionId),
    wanted,
  ).length === 0;

describe('the week of a page', () => {
  it.each([
    ['2026-11-21T12:00:00Z', '2026-11-21T13:00:00Z', ['2026-11-21']],
    ['2026-11-21T11:00:00Z', '2026-11-21T12:00:00Z', ['2026-11-14']],
    ['2026-11-21T11:59:59.999Z', '2026-11-21T12:00:00.001Z', ['2026-11-14', '2026-11-21']],
    ['2026-11-28T11:59:00Z', '2026-11-28T23:59:00Z', ['2026-11-21', '2026-11-28']],
    ['2024-01-01T00:00:00Z', '2024-01-01T01:00:00Z', ['2023-12-30']],
  ])('%s to %s lies on %j', (start, end, weeks) => {
    expect(weeksOf(interval(start, end))).toEqual(weeks);
  });

  it('never cuts a working week, from the Monday of UTC+14 to the Friday of UTC-12', () => {
    const monday = parseInstant('2026-11-22T10:00:00Z');
    const friday = parseInstant('2026-11-28T12:00:00Z');
    expect(weeksOf({ start: monday, end: friday })).toEqual(['2026-11-21']);
  });
});

describe('a page', () => {
  const nine = { ...interval('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'), sessionId: 'a' };
  const page = reserve(emptyPage('2026-11-21'), nine);

  it.each([
    ['2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', true],
    ['2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z', true],
    ['2026-11-24T08:00:00Z', '2026-11-24T09:00:00.001Z', false],
    ['2026-11-24T09:59:59.999Z', '2026-11-24T11:00:00Z', false],
    ['2026-11-24T09:15:00Z', '2026-11-24T09:30:00Z', false],
    ['2026-11-24T08:00:00Z', '2026-11-24T11:00:00Z', false],
    ['2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z', false],
  ])('from %s to %s: free is %s', (start, end, free) => {
    expect(isFree([page], interval(start, end))).toBe(free);
  });

  it('is no obstacle to the session that stands on it', () => {
    expect(isFree([page], nine)).toBe(true);
    expect(reserve(page, nine).taken).toEqual([nine]);
  });

  it('moves its version on with each change, and keeps others when one is released', () => {
    const ten = { ...interval('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z'), sessionId: 'b' };
    const both = reserve(page, ten);
    expect(both).toMatchObject({ version: 2, taken: [nine, ten] });
    expect(release(both, 'a')).toMatchObject({ version: 3, taken: [ten] });
    expect(release(both, 'c')).toMatchObject({ version: 3, taken: [nine, ten] });
  });
});

describe('a hold', () => {
  const held = { ...interval('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'), sessionId: 'a' };
  const until = parseInstant('2026-11-20T12:00:00Z');
  const page = rewritten(emptyPage('2026-11-21'), { sessionId: 'a', until }, [held], now);
  const at = (time: string) => new Date(time);

  it('takes the time until the instant at which it ends, and not at that instant', () => {
    expect(takenAt([page], at('2026-11-20T11:59:59.999Z'))).toEqual([{ ...held, until }]);
    expect(takenAt([page], at('2026-11-20T12:00:00.000Z'))).toEqual([]);
  });

  it('is swept out by the next who writes the page after it has ended, and by nobody before', () => {
    const other = interval('2026-11-25T09:00:00Z', '2026-11-25T10:00:00Z');
    const before = rewritten(page, { sessionId: 'b' }, [other], at('2026-11-20T11:00:00Z'));
    const after = rewritten(page, { sessionId: 'b' }, [other], at('2026-11-20T13:00:00Z'));
    expect(before.taken.map(({ sessionId }) => sessionId)).toEqual(['a', 'b']);
    expect(after.taken.map(({ sessionId }) => sessionId)).toEqual(['b']);
  });
});

describe('times of one session on several days', () => {
  it('stand on the pages that they touch, over the cut of a week on both', () => {
    const days = [
      interval('2026-11-26T02:00:00Z', '2026-11-26T10:00:00Z'),
      interval('2026-11-28T11:00:00Z', '2026-11-28T13:00:00Z'),
      interval('2026-11-30T02:00:00Z', '2026-11-30T10:00:00Z'),
    ];
    const on = (week: string) => rewritten(emptyPage(week), { sessionId: 's' }, days, now).taken;
    expect(on('2026-11-21').map(({ start }) => start)).toEqual([days[0]?.start, days[1]?.start]);
    expect(on('2026-11-28').map(({ start }) => start)).toEqual([days[1]?.start, days[2]?.start]);
    expect(
      takenAt(
        [
          { ...emptyPage('a'), taken: on('2026-11-21') },
          { ...emptyPage('b'), taken: on('2026-11-28') },
        ],
        now,
      ),
    ).toHaveLength(3);
  });
});

/** Starts on a grid of 7 minutes over three weeks around two cuts, so that touching and crossing are common. */
const anyInterval = fc
  .record({ slot: fc.integer({ min: 0, max: 4400 }), minutes: fc.integer({ min: 5, max: 720 }) })
  .map(({ slot, minutes }): Interval => {
    const start = instantOf(Date.UTC(2026, 10, 10) + slot * 7 * 60_000);
    return { start, end: addMinutes(start, minutes) };
  });

const step = fc.oneof(
  { weight: 4, arbitrary: anyInterval.map((time) => ({ do: 'book' as const, time })) },
  { weight: 1, arbitrary: fc.nat(40).map((nth) => ({ do: 'cancel' as const, nth })) },
);

describe('bookings on pages', () => {
  it('take and refuse exactly what a plain list without pages would', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const pages = new Map<string, Page>();
        let list: Reservation[] = [];
        for (const [index, next] of steps.entries()) {
          if (next.do === 'cancel') {
            const gone = list[next.nth % Math.max(1, list.length)];
            if (gone === undefined) continue;
            list = list.filter((other) => other !== gone);
            for (const week of weeksOf(gone)) {
              pages.set(week, release(pages.get(week) ?? emptyPage(week), gone.sessionId));
            }
            continue;
          }
          const wanted = { ...next.time, sessionId: String(index) };
          const mine = weeksOf(wanted).map((week) => pages.get(week) ?? emptyPage(week));
          const clash = list.some(
            (other) =>
              Math.max(Date.parse(other.start), Date.parse(wanted.start)) <
              Math.min(Date.parse(other.end), Date.parse(wanted.end)),
          );
          expect(isFree(mine, wanted)).toBe(!clash);
          if (clash) continue;
          list.push(wanted);
          for (const page of mine) pages.set(page.week, reserve(page, wanted));
        }
        const kept = new Set(
          [...pages.values()].flatMap(({ taken }) => taken.map(({ sessionId }) => sessionId)),
        );
        expect(kept).toEqual(new Set(list.map(({ sessionId }) => sessionId)));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a session that has begun', () => {
  const at = (time: string) => new Date(`2026-11-28T${time}Z`);
  const over = interval('2026-11-28T11:00:00Z', '2026-11-28T14:00:00Z');
  const on = (week: string) => rewritten(emptyPage(week), { sessionId: 's' }, [over], now);
  const pages = [on('2026-11-21'), on('2026-11-28')];
  const then = (spans: readonly Interval[], time: string) =>
    takenAt(
      pages.map((page) => rewritten(page, { sessionId: 's' }, spans, at(time))),
      at(time),
    ).map(({ start, end }) => [start.slice(11, 16), end.slice(11, 16)]);

  it('keeps what it took until now, whatever becomes of the rest', () => {
    expect(then([], '11:30:00')).toEqual([['11:00', '11:30']]);
    expect(then([], '12:30:00')).toEqual([['11:00', '12:30']]);
    expect(then([interval('2026-11-29T11:00:00Z', '2026-11-29T12:00:00Z')], '12:30:00')).toEqual([
      ['11:00', '12:30'],
      ['11:00', '12:00'],
    ]);
    expect(then([], '11:00:00')).toEqual([]);
  });

  it('that gets longer or shorter is one stretch, on both pages', () => {
    for (const end of ['2026-11-28T13:00:00Z', '2026-11-28T15:00:00Z']) {
      const wanted = [interval('2026-11-28T11:00:00Z', end)];
      for (const page of pages)
        expect(rewritten(page, { sessionId: 's' }, wanted, at('11:30:00')).taken).toMatchObject(wanted);
    }
  });

  it('takes of whoever comes what is still to come', () => {
    const fresh = rewritten(emptyPage('2026-11-28'), { sessionId: 's' }, [over], at('12:30:00'));
    expect(fresh.taken).toMatchObject([interval('2026-11-28T12:30:00Z', '2026-11-28T14:00:00Z')]);
  });
});
