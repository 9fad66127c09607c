import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../../functions/shared/values/instants.ts';
import type { OwnSession } from '../../../../web/src/own-day/at-door.ts';
import { listsOf } from '../../../../web/src/pages/home/lists.ts';

const zone = 'Asia/Bangkok';
/** Already 2 March in Bangkok, and 1 March in London. */
const now = Date.parse('2027-03-01T20:00:00Z');

const session = (sessionId: string, days: readonly string[], more: Partial<OwnSession> = {}): OwnSession => {
  const each = days.map((start) => ({
    start: parseInstant(`${start}:00Z`),
    end: parseInstant(new Date(Date.parse(`${start}:00Z`) + 3_600_000).toISOString()),
  }));
  const [first, last] = [each[0], each.at(-1)];
  if (first === undefined || last === undefined) throw new Error('A session has a day.');
  return {
    sessionId: sessionId as OwnSession['sessionId'],
    caseId: 'case' as OwnSession['caseId'],
    kind: 'interview',
    status: 'booked',
    start: first.start,
    end: last.end,
    venue: { zone, local: '', offset: '+07:00', zoneTable: '2026f' },
    reference: 'AGO 1',
    opensAt: first.start,
    closesAt: last.end,
    days: each,
    mySeat: 'clerk',
    pseudonyms: [],
    rooms: [],
    waits: [],
    ...more,
  };
};

const named = (all: readonly OwnSession[], at = now) =>
  Object.fromEntries(
    Object.entries(listsOf(all, zone, at)).map(([name, list]) => [
      name,
      (list as readonly OwnSession[]).map(({ sessionId }) => sessionId).join(' '),
    ]),
  );

describe('the lists of a first page', () => {
  it('go by the day of the reader’s own wall clock', () => {
    const all = [
      session('before', ['2027-03-01T09:00']),
      session('early', ['2027-03-01T17:30']),
      session('later', ['2027-03-02T16:00']),
      session('tomorrow', ['2027-03-02T17:00']),
    ];
    expect(named(all)).toEqual({ waiting: '', today: 'early later', coming: 'tomorrow', over: 'before' });
  });

  it('have a session of several days today only on its days', () => {
    const trial = session('trial', ['2027-02-26T03:00', '2027-03-02T03:00', '2027-03-04T03:00']);
    expect(named([trial])['today']).toBe('trial');
    const between = Date.parse('2027-03-03T06:00:00Z');
    expect(named([trial], between)).toMatchObject({ today: '', coming: 'trial' });
  });

  it('have what waits first, and of what waits without a seat nothing more', () => {
    const all = [
      session('own', ['2027-03-02T03:00'], { waits: ['interpreter'] }),
      session('asked', ['2027-03-02T04:00'], { waits: ['permission'], mySeat: undefined }),
    ];
    expect(named(all)).toEqual({ waiting: 'own asked', today: 'own', coming: '', over: '' });
  });

  it('have what is over latest first', () => {
    const all = [session('first', ['2027-02-20T03:00']), session('second', ['2027-02-25T03:00'])];
    expect(named(all)['over']).toBe('second first');
  });
});
