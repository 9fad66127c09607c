import { describe, expect, test } from 'vitest';
import { previewSession } from '../../../../functions/availability/preview/contract.ts';
import { bookSession } from '../../../../functions/sessions/booking/contract.ts';
import {
  bodyOf,
  movedTo,
  thoughtOf,
  seatsOf,
  usuallyEnough,
  withAnotherDay,
  type BookingContext,
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
  prosecutor: id('0'),
  presiding: '',
  clerk: id('1'),
  supportOfficer: id('2'),
  interpreter: id('3'),
  noInterpreter: false,
  moreInterpreters: [],
  mode: 'consecutive',
  authorities: [id('4'), id('5')],
  also: [],
  rooms: [],
  hold: 0,
};

const witness = 'W-4K7Q';
const context = { caseId: id('7'), zone, me: { personId: id('0'), role: 'prosecutor' as const }, witness };
const authority = { ...context, me: { personId: id('4'), role: 'central-authority' as const } };

describe('the booking', () => {
  test('of one day and one part', () => {
    expect(bodyOf(draft, context)).toEqual({
      caseId: id('7'),
      kind: 'interview',
      days: [{ local: '2026-11-26T09:30' }],
      zone,
      parts: [{ kind: 'main', at: 0, minutes: 60 }],
      seats: [
        { seat: 'prosecutor', ids: [id('0')] },
        { seat: 'clerk', ids: [id('1')] },
        { seat: 'support-officer', ids: [id('2')] },
        { seat: 'witness', ids: [witness] },
        { seat: 'interpreter', ids: [id('3')] },
      ],
      mode: 'consecutive',
    });
  });

  test('with parts, further days, rooms and a hold, as the service takes it', () => {
    const whole: Draft = { ...withAnotherDay(draft), pre: 30, post: 15, rooms: [id('6')], hold: 24 };
    const body = bodyOf(whole, context);
    expect(body).toMatchObject({
      parts: [
        { kind: 'pre', at: 0, minutes: 30 },
        { kind: 'main', at: 30, minutes: 60 },
        { kind: 'post', at: 90, minutes: 15 },
      ],
      days: [{ local: '2026-11-26T09:30' }, { local: '2026-11-27T09:30' }],
      rooms: [id('6')],
      holdMinutes: 1440,
    });
    expect(bookSession.body.safeParse(body).success).toBe(true);
  });

  test('says how is interpreted, where somebody interprets', () => {
    const mode = (changed: Partial<Draft>) =>
      bodyOf({ ...draft, mode: 'simultaneous', ...changed }, context)?.mode;
    expect([mode({}), mode({ interpreter: '' }), mode({ kind: 'central-authority-meeting' })]).toEqual([
      'simultaneous',
      undefined,
      undefined,
    ]);
  });

  test('has a team of interpreters, of whom each adds what one can do alone', () => {
    const team: Draft = { ...draft, moreInterpreters: [id('8')] };
    const both = { seat: 'interpreter', ids: [id('3'), id('8')] };
    expect(bodyOf(team, context)?.seats).toContainEqual(both);
    expect(thoughtOf(team, context)?.seats).toContainEqual(both);
    expect([
      usuallyEnough(draft),
      usuallyEnough(team),
      usuallyEnough({ ...team, mode: 'simultaneous' }),
    ]).toEqual([60, 120, 60]);
    expect(bodyOf({ ...team, kind: 'preparation-visit', interpreter: '' }, context)?.seats).toEqual([
      { seat: 'support-officer', ids: [id('2')] },
      { seat: 'witness', ids: [witness] },
    ]);
  });

  test('names those alone who have a seat in that kind, and takes no time with a witness who is not there', () => {
    const around = { ...draft, pre: 30, post: 30 };
    expect(bodyOf({ ...around, kind: 'preparation-visit', interpreter: '' }, context)?.seats).toEqual([
      { seat: 'support-officer', ids: [id('2')] },
      { seat: 'witness', ids: [witness] },
    ]);
    const others = { ...around, kind: 'central-authority-meeting', authorities: [id('5')] } as const;
    expect(bodyOf(others, authority)).toMatchObject({
      parts: [{ kind: 'main', at: 0, minutes: 60 }],
      seats: [{ seat: 'central-authority', ids: [id('4'), id('5')] }],
    });
    expect(seatsOf('preparation-visit')).toEqual([
      { field: 'supportOfficer', needed: true },
      { field: 'interpreter', needed: true },
    ]);
  });

  test('says that nobody has to interpret only where nobody does, and somebody could', () => {
    const without = { ...draft, noInterpreter: true };
    const said = (more: Partial<Draft>, who: BookingContext = context) =>
      bodyOf({ ...without, ...more }, who)?.interpreting;
    expect(said({ interpreter: '' })).toBe('not-needed');
    expect(said({})).toBeUndefined();
    expect(said({ interpreter: '', noInterpreter: false })).toBeUndefined();
    expect(said({ interpreter: '', kind: 'central-authority-meeting' }, authority)).toBeUndefined();
  });

  test.each([{ date: undefined }, { time: undefined }])('not while a day lacks something: %o', (lacking) => {
    const days = [...draft.days, { date: '2026-11-27', time: '09:30', offset: undefined, ...lacking }];
    expect(bodyOf({ ...draft, days }, context)).toBeUndefined();
    expect(thoughtOf({ ...draft, days }, context)).toBeUndefined();
  });
});

test('the question for a preview: the same, as far as somebody is chosen', () => {
  const days = [
    { date: '2027-10-31', time: '02:30', offset: '+02:00' },
    { date: '2027-11-01', time: '02:30', offset: undefined },
    { date: '2027-11-02', time: '02:30', offset: '+01:00' },
  ];
  const thought = thoughtOf(
    { ...draft, days, pre: 30, clerk: '', rooms: [id('6')] },
    { ...context, zone: 'Europe/Berlin' },
  );
  expect(thought).toEqual({
    caseId: id('7'),
    kind: 'interview',
    days: [
      { local: '2027-10-31T02:30', offset: '+02:00' },
      { local: '2027-11-01T02:30' },
      { local: '2027-11-02T02:30', offset: '+01:00' },
    ],
    zone: 'Europe/Berlin',
    parts: [
      { kind: 'pre', at: 0, minutes: 30 },
      { kind: 'main', at: 30, minutes: 60 },
    ],
    seats: [
      { seat: 'prosecutor', ids: [id('0')] },
      { seat: 'support-officer', ids: [id('2')] },
      { seat: 'witness', ids: [witness] },
      { seat: 'interpreter', ids: [id('3')] },
    ],
    rooms: [id('6')],
    mode: 'consecutive',
  });
  expect(previewSession.body.safeParse(thought).success).toBe(true);
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
  const me = { personId: id('4'), role: 'central-authority' as const };

  test('whoever there is no choice about is chosen, and her officer', () => {
    const first = firstDraft(file, me, { kind: 'interview', zone, taken: undefined });
    expect([first.clerk, first.supportOfficer, first.interpreter]).toEqual([id('1'), id('2'), '']);
  });

  test('what the search handed over, on the venue’s clock', () => {
    const taken = {
      caseId: id('7'),
      kind: 'central-authority-meeting' as const,
      zone: 'Asia/Bangkok',
      days: [{ local: '2026-12-01T09:00', offset: '+07:00' }],
      parts: [{ kind: 'main' as const, at: 0, minutes: 90 }],
      seats: [{ seat: 'central-authority' as const, ids: [id('4'), id('5')] }],
      rooms: [id('6')],
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
