import { beforeEach, describe, expect, test } from 'vitest';
import { fallDue } from '../../functions/notices/fall-due.ts';
import { handleBounce } from '../../functions/notices/handle-bounce.ts';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import { setWorkingTime } from '../support/calendars.ts';
import { booked, newNoticeOffice, noticesIn, type NoticeOffice } from './office.ts';
import { local, move } from './booked-office.ts';
import { entriesIn } from '../support/log-entries.ts';

let office: NoticeOffice;
beforeEach(async () => {
  office = await newNoticeOffice();
});

describe('where whoever is beside her works', () => {
  const change = '2027-03-26T01:00:00.000Z';
  const at = (kind: string) =>
    [...office.clockwork.alarms.values()].flatMap(({ at: when, call }) =>
      call.due.kind === kind ? [when] : [],
    );
  const ring = async (when: string, kind: string) => {
    office.setNow(when);
    for (const each of office.clockwork.alarms.values())
      if (each.at === when && each.call.due.kind === kind) await fallDue(office.context, each.call);
  };

  /** Moves the officer, or the witness, to where the clocks change on 28 March. */
  const toBerlin = async (table: 'directory' | 'cases', pk: string, sk: string) => {
    const [item] = await office.store.get([{ table, pk, sk }]);
    if (item === undefined) throw new Error('Nobody to move.');
    await office.store.write([
      { kind: 'put', table, item: { ...item, zone: 'Europe/Berlin' }, onRefused: 'retry' },
    ]);
  };
  const officerToBerlin = () =>
    toBerlin('directory', `person#${office.prepared.people['support-officer'].personId}`, 'person');
  const logged = async (sessionId: string) =>
    (await entriesIn(office.store, sessionId)).filter(({ action }) => action.startsWith('notice.'));

  test('does not show in when the officer is chased: it is by the week of the host State’s capital', async () => {
    const here = await booked(office, local);
    const usual = at('room-missing');
    office = await newNoticeOffice();
    await officerToBerlin();
    await setWorkingTime(
      office.store,
      { ...office.prepared.people['support-officer'], zone: 'Europe/Berlin' },
      { daysOff: ['2027-03-29'], weekly: [{ weekday: 1, from: '09:00', until: '12:00' }] },
    );
    const there = await booked(office, local);
    expect(here).not.toBe(there);
    expect(at('room-missing')).toEqual(usual);
    expect(usual[0]).toBe('2027-03-25T02:30:00.000Z');
    await ring('2027-03-25T02:30:00.000Z', 'room-missing');
    expect((await logged(there)).at(-1)).toMatchObject({
      action: 'notice.sent',
      details: { kind: 'room-missing', seat: 'support-officer' },
    });
  });

  test('does not show in a change of clocks: it is told, and stands in no log, also where it comes back', async () => {
    await officerToBerlin();
    await toBerlin('cases', `case#${office.prepared.caseId}`, `witness#${office.prepared.witness}`);
    const sessionId = await booked(office, local);
    const before = await entriesIn(office.store, sessionId);
    office.post.sent.length = 0;
    await ring(change, 'clock-change');
    const hers = office.addressOf(office.prepared.people['support-officer'].personId);
    expect(office.post.sent.map(({ to }) => to)).toEqual([hers, hers]);
    const told = (await noticesIn(office, sessionId)).filter(({ kind }) => kind === 'clock-change');
    expect(told.map(({ seat, state }) => `${seat} ${state}`).toSorted()).toEqual([
      'support-officer sent',
      'witness sent',
    ]);
    for (const { noticeId } of told)
      await handleBounce(office.context, {
        detail: {
          eventType: 'Bounce',
          mail: { tags: { session: [sessionId], notice: [noticeId] } },
        },
      });
    const after = (await noticesIn(office, sessionId)).filter(({ kind }) => kind === 'clock-change');
    expect(after.map(({ state }) => state)).toEqual(['returned', 'returned']);
    expect(await entriesIn(office.store, sessionId)).toEqual(before);
  });

  test('does not keep the log from telling what concerns those in the open', async () => {
    const sessionId = await booked(office, local);
    await move(office, sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
    await syncNotices(office.context, sessionId);
    await ring('2027-04-01T16:00:00.000Z', 'clock-change');
    expect((await logged(sessionId)).at(-1)?.details).toMatchObject({
      kind: 'clock-change',
      seat: 'interpreter',
    });
  });
});
