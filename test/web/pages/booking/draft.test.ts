import { describe, expect, test } from 'vitest';
import { bookSession, previewQuery } from '../../../../functions/sessions/contract.ts';
import { parseInstant } from '../../../../functions/shared/values/instants.ts';
import {
  bodyOf,
  movedTo,
  questionOf,
  seatsOf,
  usuallyEnough,
  withAnotherDay,
  type Draft,
} from '../../../../web/src/pages/booking/draft.ts';
import { firstDraft, venueZone } from '../../../../web/src/pages/booking/first-draft.ts';

const id = (letter: string) => letter.repeat(26);
const zone = 'Asia/Bangkok';
const draft: Draft = {
  kind: 'interview',
  days: [{ date: '2026-11-26', time: '09:30', offset: undefined }],
  minutes: 60,
  pre: 0,
  post: 0,
  clerk: id('1'),
  supportOfficer: id('2'),
  interpreter: id('3'),
  moreInterpreters: [],
  mode: 'consecutive',
  authorities: [id('4'), id('5')],
  rooms: [],
  hold: 0,
};

describe('the booking', () => {
  test('of one day and one part', () => {
    expect(bodyOf(draft, id('7'), zone)).toEqual({
      caseId: id('7'),
      kind: 'interview',
      local: '2026-11-26T09:30',
      zone,
      minutes: 60,
      seats: { clerk: id('1'), supportOfficer: id('2'), interpreter: id('3') },
      mode: 'consecutive',
    });
  });

  test('with parts, further days, rooms and a hold, as the service takes it', () => {
    const whole: Draft = { ...withAnotherDay(draft), pre: 30, post: 15, rooms: [id('6')], hold: 24 };
    const body = bodyOf(whole, id('7'), zone);
    expect(body).toMatchObject({
      minutes: 105,
      segments: [
        { kind: 'pre', at: 0, minutes: 30 },
        { kind: 'main', at: 30, minutes: 60 },
        { kind: 'post', at: 90, minutes: 15 },
      ],
      moreDays: [{ local: '2026-11-27T09:30' }],
      rooms: [id('6')],
      holdMinutes: 1440,
    });
    expect(bookSession.body.safeParse(body).success).toBe(true);
  });

  test('says how is interpreted, where somebody interprets', () => {
    const mode = (changed: Partial<Draft>) =>
      bodyOf({ ...draft, mode: 'simultaneous', ...changed }, id('7'), zone)?.mode;
    expect([mode({}), mode({ interpreter: '' }), mode({ kind: 'central-authority-meeting' })]).toEqual([
      'simultaneous',
      undefined,
      undefined,
    ]);
  });

  test('has a team of interpreters, of whom each adds what one can do alone', () => {
    const team: Draft = { ...draft, moreInterpreters: [id('8')] };
    expect(bodyOf(team, id('7'), zone)?.seats).toMatchObject({
      interpreter: id('3'),
      moreInterpreters: [id('8')],
    });
    expect(questionOf(team, id('7'), zone)?.['moreInterpreters']).toBe(id('8'));
    expect([
      usuallyEnough(draft),
      usuallyEnough(team),
      usuallyEnough({ ...team, mode: 'simultaneous' }),
    ]).toEqual([60, 120, 60]);
    expect(bodyOf({ ...team, kind: 'preparation-visit', interpreter: '' }, id('7'), zone)?.seats).toEqual({
      supportOfficer: id('2'),
    });
  });

  test('names those alone who have a seat in that kind, and takes no time with a witness who is not there', () => {
    const around = { ...draft, pre: 30, post: 30 };
    expect(bodyOf({ ...around, kind: 'preparation-visit', interpreter: '' }, id('7'), zone)?.seats).toEqual({
      supportOfficer: id('2'),
    });
    expect(bodyOf({ ...around, kind: 'central-authority-meeting' }, id('7'), zone)).toMatchObject({
      minutes: 60,
      seats: { authorities: [id('4'), id('5')] },
    });
    expect(seatsOf('preparation-visit')).toEqual([
      { field: 'supportOfficer', needed: true },
      { field: 'interpreter', needed: false },
    ]);
  });

  test.each([{ date: undefined }, { time: undefined }])('not while a day lacks something: %o', (lacking) => {
    const days = [...draft.days, { date: '2026-11-27', time: '09:30', offset: undefined, ...lacking }];
    expect(bodyOf({ ...draft, days }, id('7'), zone)).toBeUndefined();
    expect(questionOf({ ...draft, days }, id('7'), zone)).toBeUndefined();
  });
});

test('the question for a preview: the same, in the form of an address, as far as somebody is chosen', () => {
  const days = [
    { date: '2027-10-31', time: '02:30', offset: '+02:00' },
    { date: '2027-11-01', time: '02:30', offset: undefined },
    { date: '2027-11-02', time: '02:30', offset: '+01:00' },
  ];
  const query = questionOf(
    { ...draft, days, pre: 30, clerk: '', rooms: [id('6')] },
    id('7'),
    'Europe/Berlin',
  );
  expect(query).toEqual({
    caseId: id('7'),
    kind: 'interview',
    local: '2027-10-31T02:30',
    offset: '+02:00',
    zone: 'Europe/Berlin',
    minutes: 90,
    pre: 30,
    moreDays: '2027-11-01T02:30,2027-11-02T02:30+01:00',
    supportOfficer: id('2'),
    interpreter: id('3'),
    rooms: id('6'),
  });
  expect(previewQuery.safeParse(query).success).toBe(true);
});

test('another time for the first day takes the others along, on the wall', () => {
  const two = withAnotherDay(draft);
  expect(movedTo(two, '2026-12-31T23:00', '+07:00').days).toEqual([
    { date: '2026-12-31', time: '23:00', offset: '+07:00' },
    { date: '2027-01-01', time: '23:00', offset: undefined },
  ]);
});

describe('at first', () => {
  const file = {
    members: [
      { personId: id('1'), role: 'clerk' },
      { personId: id('2'), role: 'support-officer' },
      { personId: id('8'), role: 'support-officer' },
    ],
    witness: { holder: id('2') },
  };
  const me = { personId: id('4') };

  test('whoever there is no choice about is chosen, and her officer', () => {
    const first = firstDraft(file, me, { kind: 'interview', zone, taken: undefined });
    expect([first.clerk, first.supportOfficer, first.interpreter]).toEqual([id('1'), id('2'), '']);
  });

  test('what the search handed over, on the venue’s clock', () => {
    const taken = {
      kind: 'central-authority-meeting' as const,
      start: parseInstant('2026-12-01T02:00:00Z'),
      end: parseInstant('2026-12-01T03:30:00Z'),
      minutes: 90,
      segments: [{ kind: 'main' as const, at: 0, minutes: 90 }],
      authorities: [id('4'), id('5')],
      room: id('6'),
    };
    expect(firstDraft(file, me, { kind: taken.kind, zone: 'Asia/Yangon', taken })).toMatchObject({
      days: [{ date: '2026-12-01', time: '08:30', offset: '+06:30' }],
      minutes: 90,
      // Whoever books takes part without being named.
      authorities: [id('5')],
      rooms: [id('6')],
    });
  });

  test('the times of a support officer are not on her own clock, which others would see', () => {
    const zoneOf = (role: 'prosecutor' | 'support-officer', hostState: string) =>
      venueZone({ role, zone: 'America/Denver' }, hostState);
    expect(zoneOf('prosecutor', 'US')).toBe('America/Denver');
    expect(zoneOf('support-officer', 'US')).toBe('America/New_York');
    expect(zoneOf('support-officer', 'XX')).toBe('Etc/UTC');
  });
});
