import { beforeEach, describe, expect, test } from 'vitest';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { doorKey, moveDoor, parseDoor } from '../../functions/sessions/port/door.ts';
import { enterPerson } from '../support/in-process.ts';
import { act, bookWith, cancel } from '../support/session-verbs.ts';
import { parseSession, sessionKey } from '../../functions/sessions/store.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { localOf } from '../../functions/shared/values/zones.ts';
import { movedTo } from '../support/proposal.ts';
import { booked, newNoticeOffice, type NoticeOffice } from './office.ts';
import { type Row, rows, named } from './rows.ts';
import { listNotices, postNotices } from './asking.ts';

const local = '2027-04-01T09:30';

let office: NoticeOffice;

let sessionId: string;

beforeEach(async () => {
  office = await newNoticeOffice();
  sessionId = await booked(office, local);
});

const list = (viewer: Person) => listNotices(office, sessionId, viewer);

const preview = (viewer: Person, change: object) =>
  postNotices(office, viewer, '/api/notices/preview', { sessionId, change });

const cancellation = { what: 'cancellation' };

const on = (day: string) => ({ what: 'move', zone: 'Asia/Bangkok', days: [{ local: day }] });

/** A move in few words: the further days follow on the wall of the venue as they did, unless they are said. */
async function moveTo(start: string, more: { zone?: string; moreDays?: object[] } = {}): Promise<object> {
  const [item] = await office.store.get([sessionKey(sessionId)]);
  const { venue, days } = parseSession(item);
  const { zone = venue.zone, ...rest } = more;
  const first = localOf(zone, parseInstant(start));
  return { what: 'move', zone, ...movedTo({ ...first, ...rest }, days) };
}

describe('the preview', () => {
  test('of a cancellation says what would be sent, and sends nothing', async () => {
    const before = new Map(office.store.items);
    const told = await preview(office.prepared.people.prosecutor, cancellation);
    expect(named(told)).toEqual([
      'cancellation clerk',
      'cancellation interpreter',
      'cancellation prosecutor',
      'cancellation support-officer',
      'cancellation witness',
    ]);
    expect(new Map(office.store.items)).toEqual(before);
    expect(office.post.sent).toHaveLength(5);
  });

  test('of a move says both times, and is what is then sent', async () => {
    const { people } = office.prepared;
    const told = await preview(people.prosecutor, await moveTo('2027-04-08T02:30:00Z'));
    const row = rows(told).find(({ seat }) => seat === 'interpreter');
    expect(row?.text).toContain(
      'Before: Thursday 1 April 2027, 13:30–14:30 (UTC+11:00)\nTime: Thursday 8 April 2027, 12:30–13:30 (UTC+10:00)',
    );
    const door = parseDoor((await office.store.get([doorKey(sessionId)]))[0]);
    await office.store.write([
      moveDoor(door, { start: '2027-04-08T02:30:00.000Z', end: '2027-04-08T03:30:00.000Z' }),
    ]);
    await syncNotices(office.context, sessionId);
    const after = rows(await list(people.prosecutor)).filter(({ kind }) => kind === 'change');
    const said = (given: readonly Row[]) =>
      given.map(({ seat, subject, text }) => `${seat} ${subject} ${text}`).toSorted();
    expect(said(after)).toEqual(said(rows(told)));
  });

  describe('of a session on several days', () => {
    /** Books these days at this place, and gives the interpreter's words in the preview of a move and in the real message. */
    async function moved(zone: string, days: readonly string[], to: object, change: () => Promise<object>) {
      const [first = '', ...rest] = days;
      const more = { zone, moreDays: rest.map((each) => ({ local: each })) };
      const booking = await bookWith(office.prepared, first, more);
      expect(booking.status, JSON.stringify(booking.body)).toBe(201);
      sessionId = booking.body.sessionId as string;
      await syncNotices(office.context, sessionId);
      const shown = rows(await preview(office.prepared.people.prosecutor, await change()));
      const done = await act(office.prepared, sessionId, 'move', { zone, ...to });
      expect(done.status, JSON.stringify(done.body)).toBe(201);
      await syncNotices(office.context, sessionId);
      const sent = rows(await list(office.prepared.people.prosecutor)).filter(
        ({ kind }) => kind === 'change',
      );
      const said = (given: readonly Row[]) =>
        given.map(({ seat, subject, text }) => `${seat} ${subject} ${text}`).toSorted();
      expect(said(sent)).toEqual(said(shown));
      return shown.find(({ seat }) => seat === 'clerk')?.text ?? '';
    }

    test('in Berlin across the end of summer time keeps the hour on the wall, as the move does', async () => {
      // Summer time ends on Sunday 31 October 2027.
      const text = await moved(
        'Europe/Berlin',
        ['2027-10-19T09:00', '2027-10-22T10:30'],
        { local: '2027-10-29T09:00' },
        () => moveTo('2027-10-29T07:00:00Z'),
      );
      // In Bangkok 09:00 is 14:00 before, and 10:30 is 16:30 after: the clocks of Berlin have gone back.
      expect(text).toContain('Time: Friday 29 October 2027, 14:00–15:00 (UTC+07:00)');
      expect(text).toContain('Monday 1 November 2027, 16:30–17:30 (UTC+07:00)');
    });

    test('in New York across the beginning of summer time too', async () => {
      // From 14 March 2027 on New York is at UTC-04:00.
      const text = await moved(
        'America/New_York',
        ['2027-03-08T09:00', '2027-03-09T09:00', '2027-03-12T09:00'],
        { local: '2027-03-12T20:00' },
        () => moveTo('2027-03-13T01:00:00Z'),
      );
      expect(text).toContain('Saturday 13 March 2027, 08:00–09:00');
      expect(text).toContain('Sunday 14 March 2027, 08:00–09:00');
      expect(text).toContain('Wednesday 17 March 2027, 07:00–08:00');
    });

    test('takes other further days, and another place, as the move does', async () => {
      const text = await moved(
        'Europe/Berlin',
        ['2027-10-19T09:00', '2027-10-22T10:30'],
        {
          local: '2027-10-29T09:00',
          zone: 'Europe/London',
          moreDays: [{ local: '2027-10-31T01:30', offset: '+00:00' }],
        },
        () =>
          moveTo('2027-10-29T08:00:00Z', {
            zone: 'Europe/London',
            moreDays: [{ local: '2027-10-31T01:30', offset: '+00:00' }],
          }),
      );
      expect(text).toContain('Friday 29 October 2027, 15:00–16:00');
      expect(text).toContain('Sunday 31 October 2027, 08:30–09:30');
    });

    test('is refused where a day that follows has no such hour, as the move is', async () => {
      const booking = await bookWith(office.prepared, '2027-03-15T02:30', {
        zone: 'Europe/Berlin',
        moreDays: [{ local: '2027-03-16T02:30' }],
      });
      sessionId = booking.body.sessionId as string;
      const query = await moveTo('2027-03-27T01:30:00Z');
      const told = await preview(office.prepared.people.prosecutor, query);
      const done = await act(office.prepared, sessionId, 'move', {
        local: '2027-03-27T02:30',
        zone: 'Europe/Berlin',
      });
      expect(told).toMatchObject({ status: 422, body: { code: 'time-does-not-exist' } });
      const { request: _one, ...shown } = told.body as { request: string };
      const { request: _other, ...refused } = done.body as { request: string };
      expect(shown).toEqual(refused);
    });

    test('of another length keeps every day where it is, also in an hour that comes twice', async () => {
      const booking = await bookWith(office.prepared, '2027-10-30T02:30', {
        zone: 'Europe/Berlin',
        moreDays: [{ local: '2027-10-31T02:30', offset: '+01:00' }],
      });
      sessionId = booking.body.sessionId as string;
      await syncNotices(office.context, sessionId);
      const told = await preview(office.prepared.people.prosecutor, { what: 'length', minutes: 90 });
      const text = rows(told).find(({ seat }) => seat === 'clerk')?.text;
      expect(text).toContain('Saturday 30 October 2027, 07:30–09:00');
      expect(text).toContain('Sunday 31 October 2027, 08:30–10:00');
    });
  });

  test('of a move keeps the length unless told otherwise', async () => {
    const told = await preview(office.prepared.people.clerk, await moveTo('2027-04-08T02:30:00Z'));
    expect(rows(told).find(({ seat }) => seat === 'clerk')?.text).toContain('09:30–10:30');
  });

  test.each([
    [{ what: 'move' }, 400, 'invalid-request'],
    [{ what: 'move', zone: 'Asia/Bangkok', days: [] }, 400, 'invalid-request'],
    [on('2027-02-28T09:30'), 422, 'time-not-possible'],
    [on('2027-04-31T09:30'), 400, 'invalid-request'],
    [{ what: 'length', minutes: 4 }, 400, 'invalid-request'],
    [on('2050-04-08T09:30'), 422, 'time-not-possible'],
    [{ what: 'sale' }, 400, 'invalid-request'],
    [{ what: 'cancellation', more: 1 }, 400, 'invalid-request'],
    [{}, 400, 'invalid-request'],
  ])('%j is refused', async (change, status, code) => {
    expect(await preview(office.prepared.people.prosecutor, change)).toMatchObject({
      status,
      body: { code },
    });
  });

  test('of a session that is over is refused', async () => {
    await cancel(office.prepared, sessionId);
    expect(await preview(office.prepared.people.prosecutor, cancellation)).toMatchObject({
      status: 410,
      body: { code: 'room-ended' },
    });
  });

  test('is not there for somebody of another case', async () => {
    const stranger = await enterPerson(office.store, 'clerk');
    expect(await preview(stranger, cancellation)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  });
});
