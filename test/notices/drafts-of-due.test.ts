import { describe, expect, test } from 'vitest';
import { draftsOf, overdue } from '../../functions/notices/drafts-of-due.ts';
import { reminderDues, type Due } from '../../functions/notices/due.ts';
import { usualDueRules } from '../../functions/notices/due-rules.ts';
import type { Recipient } from '../../functions/notices/recipients.ts';
import type { Told } from '../../functions/notices/next-notices.ts';
import type { Door } from '../../functions/sessions/port/door.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';

const at = parseInstant;

const start = at('2026-04-20T02:30:00Z');

const day = { start, end: at('2026-04-20T04:30:00Z') };

const before = at('2026-03-20T00:00:00Z');

describe('what is due concerns', () => {
  const recipient = (seat: Recipient['seat'], zone: string): Recipient => ({
    seat,
    pseudonym: `${seat}-4K7Q`,
    personId: seat,
    audience: 'account',
    zone,
    clock: zone,
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
    waiting: [],
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
