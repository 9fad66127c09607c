import { describe, expect, test } from 'vitest';
import { draftsOf, overdue } from '../../functions/notices/drafts-of-due.ts';
import { chaseDues, clockDues, reminderDues, type Due } from '../../functions/notices/due.ts';
import { usualDueRules } from '../../functions/notices/due-rules.ts';
import type { Recipient } from '../../functions/notices/recipients.ts';
import type { Told } from '../../functions/notices/next-notices.ts';
import { workingDays } from '../../functions/notices/working-days.ts';
import { parseHolidays, usualWorkingTime } from '../../functions/directory/port/working-time-store.ts';
import type { Door } from '../../functions/sessions/port/door.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';

const at = parseInstant;
const start = at('2026-04-20T02:30:00Z');
const day = { start, end: at('2026-04-20T04:30:00Z') };
const before = at('2026-03-20T00:00:00Z');

describe('reminders', () => {
  test('come two weeks, two days and an hour before', () => {
    expect(reminderDues([day], usualDueRules, before).map((due) => due.at)).toEqual([
      '2026-04-06T02:30:00.000Z',
      '2026-04-18T02:30:00.000Z',
      '2026-04-20T01:30:00.000Z',
    ]);
  });

  test('come as a stage wants them', () => {
    expect(reminderDues([day], { ...usualDueRules, reminders: [30] }, before)).toEqual([
      { kind: 'reminder', at: '2026-04-20T02:00:00.000Z', variant: '30' },
    ]);
  });
});

describe('reminders of several days', () => {
  const second = { start: at('2026-04-21T02:30:00Z'), end: at('2026-04-21T04:30:00Z') };
  const third = { start: at('2026-04-27T02:30:00Z'), end: at('2026-04-27T04:30:00Z') };
  const later = (now: string) => reminderDues([day, second, third], usualDueRules, at(now)).slice(-3);
  const due = (instant: string, variant: string) => ({ kind: 'reminder', at: instant, variant });
  const dues = [
    due('2026-04-21T01:30:00.000Z', '60 2026-04-21T02:30:00.000Z'),
    due('2026-04-25T02:30:00.000Z', '2880 2026-04-27T02:30:00.000Z'),
    due('2026-04-27T01:30:00.000Z', '60 2026-04-27T02:30:00.000Z'),
  ];

  test('come for each later day once the day before it is over', () => {
    expect(later('2026-03-20T00:00:00Z')).toEqual(dues);
  });

  test('come while it runs, but for no day that has begun', () => {
    expect(later('2026-04-20T03:00:00Z')).toEqual(dues);
    expect(later('2026-04-21T02:30:00Z')).toEqual(dues.slice(1));
    expect(later('2026-04-27T02:30:00Z')).toEqual([]);
  });
});

describe('news of a change of clocks', () => {
  test('comes two days before each change on the way, once for all whose clocks change together', () => {
    const zones = ['Asia/Bangkok', 'Australia/Sydney', 'Australia/Melbourne', 'Europe/London'];
    expect(clockDues(zones, at('2026-03-20T00:00:00Z'), start)).toEqual([
      { kind: 'clock-change', at: '2026-03-27T01:00:00.000Z', variant: '2026-03-29T01:00:00.000Z' },
      { kind: 'clock-change', at: '2026-04-02T16:00:00.000Z', variant: '2026-04-04T16:00:00.000Z' },
    ]);
  });

  test('does not come where no clock changes', () => {
    expect(clockDues(['Asia/Bangkok'], at('2026-03-20T00:00:00Z'), start)).toEqual([]);
    expect(clockDues(['Australia/Sydney'], start, start)).toEqual([]);
  });
});

describe('chasers', () => {
  const thai = usualWorkingTime('Asia/Bangkok', 'TH');
  const year = parseHolidays(undefined, 'TH', 2026);
  const days = (given: string, calendar = thai) =>
    chaseDues('room-missing', at(given), 'Asia/Bangkok', workingDays(calendar, [year]), usualDueRules).map(
      ({ variant }) => variant,
    );

  test('come at nine by the clock of whoever is chased, on the five working days before', () => {
    const dues = chaseDues(
      'room-missing',
      at('2026-03-20T02:30:00Z'),
      'Asia/Bangkok',
      workingDays(thai, [year]),
      usualDueRules,
    );
    expect(dues.map((due) => [due.at, due.variant])).toEqual([
      ['2026-03-13T02:00:00.000Z', '2026-03-13'],
      ['2026-03-16T02:00:00.000Z', '2026-03-16'],
      ['2026-03-17T02:00:00.000Z', '2026-03-17'],
      ['2026-03-18T02:00:00.000Z', '2026-03-18'],
      ['2026-03-19T02:00:00.000Z', '2026-03-19'],
    ]);
  });

  test('come on no weekend and no holiday: Songkran is 13 to 15 April', () => {
    expect(days('2026-04-20T02:30:00Z')).toEqual([
      '2026-04-08',
      '2026-04-09',
      '2026-04-10',
      '2026-04-16',
      '2026-04-17',
    ]);
  });

  test('come on a weekend that was made a working day, and not on leave', () => {
    const corrected = parseHolidays(
      {
        pk: '',
        sk: '',
        version: 1,
        corrections: [{ day: '2026-03-14', kind: 'working-day', name: 'In lieu' }],
      },
      'TH',
      2026,
    );
    const calendar = { ...thai, daysOff: ['2026-03-18'] };
    const working = workingDays(calendar, [corrected]);
    expect(
      chaseDues('room-missing', at('2026-03-20T02:30:00Z'), 'Asia/Bangkok', working, {
        ...usualDueRules,
        chaseDays: 4,
      }).map(({ variant }) => variant),
    ).toEqual(['2026-03-14', '2026-03-16', '2026-03-17', '2026-03-19']);
  });

  test('come on the working days that hours are valid for', () => {
    const calendar = {
      ...thai,
      weekly: [
        { weekday: 1, from: '08:30', until: '16:30', validFrom: '2026-03-09', validUntil: '2026-03-09' },
      ],
    };
    expect(days('2026-03-20T02:30:00Z', calendar)).toEqual(['2026-03-09']);
  });

  test('end when nobody ever works', () => {
    expect(days('2026-03-20T02:30:00Z', { ...thai, weekly: [] })).toEqual([]);
  });

  test('at an hour that the clocks skip come after the gap', () => {
    // Sydney's clocks go from 02:00 to 03:00 on Sunday 4 October 2026.
    const rules = { ...usualDueRules, chaseDays: 1, chaseAt: '02:30' };
    expect(
      chaseDues('room-missing', at('2026-10-04T20:00:00Z'), 'Australia/Sydney', () => true, rules),
    ).toEqual([{ kind: 'room-missing', at: '2026-10-03T16:30:00.000Z', variant: '2026-10-04' }]);
  });
});

describe('what is due concerns', () => {
  const recipient = (seat: Recipient['seat'], zone: string): Recipient => ({
    seat,
    pseudonym: `${seat}-4K7Q`,
    personId: seat,
    audience: 'account',
    zone,
    language: 'en',
    inTheOpen: true,
    active: true,
  });
  const clerk = recipient('clerk', 'Asia/Bangkok');
  const interpreter = recipient('interpreter', 'Australia/Sydney');
  const since = at('2026-03-20T00:00:00Z');
  const told = (one: Recipient, more: Partial<Told> = {}): Told => ({
    seat: one.seat,
    pseudonym: one.pseudonym,
    personId: one.personId,
    start,
    end: at('2026-04-20T04:30:00Z'),
    zone: one.zone,
    local: '',
    sequence: 3,
    expected: true,
    since,
    ...more,
  });
  const door = (interpreterGate: 'open' | 'missing', rooms: Door['rooms'] = 'booked') =>
    ({
      start,
      end: at('2026-04-20T04:30:00Z'),
      gates: { interpreter: interpreterGate },
      rooms,
    }) as unknown as Door;
  const known = {
    door: door('missing'),
    told: [told(clerk), told(interpreter)],
    recipients: [clerk, interpreter],
  };
  const reminder: Due = { kind: 'reminder', at: at('2026-04-18T02:30:00Z'), variant: '2880' };
  const clocks: Due = {
    kind: 'clock-change',
    at: at('2026-04-02T16:00:00Z'),
    variant: '2026-04-04T16:00:00.000Z',
  };
  const chase: Due = { kind: 'interpreter-missing', at: at('2026-04-17T02:00:00Z'), variant: '2026-04-17' };
  const seats = (due: Due, given: Partial<typeof known> = {}, now = due.at) =>
    draftsOf(due, { ...known, ...given }, now).map(({ kind, recipient: { seat } }) => `${kind} ${seat}`);

  test('everybody who is expected, where it is a reminder', () => {
    expect(seats(reminder)).toEqual(['reminder clerk', 'reminder interpreter']);
    expect(seats(reminder, { told: [told(clerk, { expected: false }), told(interpreter)] })).toEqual([
      'reminder interpreter',
    ]);
  });

  test('nobody who learnt the time only after it was due', () => {
    const later = at('2026-04-18T02:30:00Z');
    expect(seats(reminder, { told: [told(clerk, { since: later }), told(interpreter)] })).toEqual([
      'reminder interpreter',
    ]);
  });

  test('those whose clock changes then, and stands otherwise at the session', () => {
    expect(seats(clocks)).toEqual(['clock-change interpreter']);
    // After the change there is nothing to tell.
    expect(seats(clocks, {}, at('2026-04-05T00:00:00Z'))).toEqual([]);
    // In October the clocks of Sydney are back where they were before April.
    const october = { ...door('missing'), start: '2026-10-20T02:30:00.000Z' };
    expect(seats(clocks, { door: october })).toEqual([]);
  });

  test('those whose clock changes between the days of a session', () => {
    // Friday 3 April, before summer time ends in Sydney, and Monday 6 April, after it.
    const hour = (opensAt: string, closesAt: string) => ({ opensAt, closesAt });
    const days = {
      ...door('missing'),
      start: '2026-04-03T02:30:00.000Z',
      end: '2026-04-06T04:30:00.000Z',
      opensAt: '2026-04-03T02:30:00.000Z',
      closesAt: '2026-04-06T04:30:00.000Z',
      windows: [
        hour('2026-04-03T02:30:00.000Z', '2026-04-03T04:30:00.000Z'),
        hour('2026-04-06T02:30:00.000Z', '2026-04-06T04:30:00.000Z'),
      ],
    } as unknown as Door;
    expect(seats(clocks, { door: days })).toEqual(['clock-change interpreter']);
    expect(seats(clocks, { door: days }, at('2026-04-04T00:00:00Z'))).toEqual(['clock-change interpreter']);
    expect(seats(clocks, { door: days }, at('2026-04-05T00:00:00Z'))).toEqual([]);
  });

  test('the clerk alone, while the interpreter is missing', () => {
    expect(seats(chase)).toEqual(['interpreter-missing clerk']);
    expect(seats(chase, { door: door('open') })).toEqual([]);
    // A visit has no clerk.
    const prosecutor = recipient('prosecutor', 'Asia/Bangkok');
    const without = { told: [told(prosecutor), told(interpreter)], recipients: [interpreter, prosecutor] };
    expect(seats(chase, without)).toEqual(['interpreter-missing prosecutor']);
  });

  test('her officer alone, while there is no room, and else whoever runs it', () => {
    const officer = recipient('support-officer', 'Asia/Yangon');
    const prosecutor = recipient('prosecutor', 'Asia/Bangkok');
    const room: Due = { ...chase, kind: 'room-missing' };
    const expected = (...seated: readonly Recipient[]) => ({
      told: seated.map((one) => told(one)),
      recipients: [...seated],
    });
    const lacking = { door: door('missing', 'missing') };
    expect(seats(room, { ...lacking, ...expected(prosecutor, clerk, officer) })).toEqual([
      'room-missing support-officer',
    ]);
    expect(seats(room, { ...lacking, ...expected(prosecutor, clerk) })).toEqual(['room-missing clerk']);
    expect(seats(room, { ...lacking, ...expected(prosecutor) })).toEqual(['room-missing prosecutor']);
    for (const rooms of ['booked', 'not-needed'] as const)
      expect(seats(room, { door: door('missing', rooms), ...expected(prosecutor, clerk, officer) })).toEqual(
        [],
      );
    // Each is chased for its own, whatever else is missing.
    expect(seats(chase, { ...lacking, ...expected(clerk, officer) })).toEqual(['interpreter-missing clerk']);
  });

  test('the last reminder alone, where several were missed', () => {
    const dues = [...reminderDues([day], usualDueRules, before), clocks, chase];
    const late = overdue(dues, at('2026-04-19T00:00:00Z'));
    expect(late).toEqual([clocks, reminder, chase]);
    const room: Due = { ...chase, kind: 'room-missing' };
    const earlier: Due = { ...room, at: at('2026-04-16T02:00:00Z'), variant: '2026-04-16' };
    expect(overdue([chase, earlier, room], at('2026-04-19T00:00:00Z'))).toEqual([chase, room]);
    expect(overdue(dues, at('2026-04-01T00:00:00Z'))).toEqual([]);
  });
});
