import { beforeEach, describe, expect, test } from 'vitest';
import { repair } from '../../functions/notices/repair.ts';
import { looksPartition, parseLook, unsentPartition } from '../../functions/notices/store.ts';
import { syncSoon } from '../../functions/notices/port/sync-soon.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { book } from '../support/session-verbs.ts';
import { booked, kindsIn, newNoticeOffice, noticesIn, type NoticeOffice } from './office.ts';
import { local, everybody, move } from './booked-office.ts';

let office: NoticeOffice;

beforeEach(async () => {
  office = await newNoticeOffice();
});

describe('what was lost is made up for', () => {
  test('the scheduler that is down delays no message, and is asked again', async () => {
    office.clockwork.trouble = () => {
      throw new Error('Scheduler down');
    };
    await expect(booked(office, local)).rejects.toThrow('Scheduler down');
    expect(office.post.sent).toHaveLength(5);
    expect(office.clockwork.alarms.size).toBe(0);
    office.clockwork.trouble = () => undefined;
    office.setNow('2027-03-01T00:11:00.000Z');
    await repair(office.context);
    expect(office.clockwork.alarms.size).toBe(13);
    expect(office.post.sent).toHaveLength(5);
  });

  test('an alarm that never rang is made up for by the sweep, ten minutes later', async () => {
    const sessionId = await booked(office, local);
    office.clockwork.alarms.clear();
    office.post.sent.length = 0;
    for (const at of ['2027-03-10', '2027-03-17', '2027-03-18T02:20', '2027-03-18T02:41'].map((text) =>
      text.length === 10 ? `${text}T00:00:00.000Z` : `${text}:00.000Z`,
    )) {
      office.setNow(at);
      await repair(office.context);
      await repair(office.context);
    }
    expect((await kindsIn(office, sessionId)).filter((kind) => kind.startsWith('reminder'))).toHaveLength(5);
    expect(office.post.sent).toHaveLength(5);
    // The alarms are there again, but for the one that is past.
    expect(office.clockwork.alarms.size).toBe(12);
  });

  test('a move whose stream was lost is told by the daily look', async () => {
    const sessionId = await booked(office, local);
    await move(office, sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
    office.setNow('2027-03-02T00:15:00.000Z');
    await repair(office.context);
    expect((await kindsIn(office, sessionId)).filter((kind) => kind.startsWith('change'))).toHaveLength(5);
  });

  test('a booking whose stream was lost is told by the next sweep, since it is asked for in its transaction', async () => {
    const { body } = await book(office.prepared, local);
    const sessionId = body.sessionId as string;
    await office.store.write([syncSoon(sessionId, new Date('2027-03-01T00:00:00.000Z'))]);
    await repair(office.context);
    await repair(office.context);
    expect(await kindsIn(office, sessionId)).toEqual(everybody);
    expect(office.post.sent).toHaveLength(5);
    // One look is planned, two at the case: as items are due, and once the session is over; what was asked for is done with.
    const looks = (await office.store.query('notices', looksPartition)).map(parseLook);
    const { caseId } = office.prepared;
    expect(looks).toEqual([{ sessionId }, { caseId }, { caseId }]);
  });

  test('one session that cannot be looked at does not keep the others from their turn', async () => {
    const broken = await booked(office, local);
    const whole = await booked(office, '2027-04-02T09:30');
    await office.store.write([{ kind: 'delete', key: doorKey(broken), onRefused: 'retry' }]);
    await move(office, whole, '2027-04-09T02:30:00.000Z', '2027-04-09T03:30:00.000Z');
    office.setNow('2027-03-02T00:15:00.000Z');
    await expect(repair(office.context)).rejects.toThrow('could not be repaired');
    expect((await kindsIn(office, whole)).filter((kind) => kind.startsWith('change'))).toHaveLength(5);
  });
});

test('a mark of a message that waits no more is cleared away', async () => {
  const sessionId = await booked(office, local);
  const [notice] = await noticesIn(office, sessionId);
  const sk = `2027-03-01T00:00:00.000Z#${sessionId}#${notice?.noticeId ?? ''}`;
  await office.store.write([
    { kind: 'put', table: 'notices', item: { pk: unsentPartition, sk }, onRefused: 'retry' },
  ]);
  await repair(office.context);
  expect(await office.store.query('notices', unsentPartition)).toEqual([]);
  expect(office.post.sent).toHaveLength(5);
});
