import { beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import { headKey } from '../../functions/custody/port/append.ts';
import { repair } from '../../functions/notices/repair.ts';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import * as log from '../../functions/shared/log.ts';
import { book } from '../support/session-verbs.ts';
import { local } from './booked-office.ts';
import { booked, newNoticeOffice, type NoticeOffice } from './office.ts';

let office: NoticeOffice;
let said: MockInstance<typeof log.logEvent>;

beforeEach(async () => {
  office = await newNoticeOffice();
  said = vi.spyOn(log, 'logEvent').mockClear();
});

/** What whoever runs the service has read of messages since it was asked last. */
function read(): readonly unknown[] {
  const lines = said.mock.calls.filter(([event]) => event.startsWith('notice.'));
  said.mockClear();
  return lines;
}

test('how many messages went is a line, and nobody is woken', async () => {
  await booked(office, local);
  expect(read()).toEqual([['notice.sent', { notices: 5 }]]);
});

test('somebody is woken when a message is given up, and not before', async () => {
  office.post.trouble = () => {
    throw new TypeError('Down');
  };
  await booked(office, local);
  const refused = (tries: number) =>
    Array.from({ length: 5 }, () => ['notice.not-sent', { kind: 'confirmation', tries, fault: 'TypeError' }]);
  expect(read()).toEqual(refused(1));
  for (const [index, at] of ['00:05', '00:20', '01:20', '05:20'].entries()) {
    office.setNow(`2027-03-01T${at}:01.000Z`);
    await repair(office.context);
    expect(read()).toEqual(refused(index + 2));
  }
  office.setNow('2027-03-01T17:20:01.000Z');
  await repair(office.context);
  const givenUp = Array.from({ length: 5 }, () => [
    'notice.failed',
    { kind: 'confirmation', fault: 'TypeError' },
  ]);
  expect(read()).toEqual([...refused(6), ...givenUp]);
});

test('of messages that are tried together, each is told as it went', async () => {
  const clerk = office.addressOf(office.prepared.people.clerk.personId);
  office.post.trouble = (to) => {
    if (to === clerk) throw new TypeError('Down');
  };
  await booked(office, local);
  expect(read()).toEqual([
    ['notice.not-sent', { kind: 'confirmation', tries: 1, fault: 'TypeError' }],
    ['notice.sent', { notices: 4 }],
  ]);
});

test('what a sealed log could not take is told, and nothing of the kind of a log that is open', async () => {
  const { body } = await book(office.prepared, local);
  const sessionId = body.sessionId as string;
  await office.store.write([
    { kind: 'update', key: headKey(sessionId), set: { sealed: true }, onRefused: 'retry' },
  ]);
  await syncNotices(office.context, sessionId);
  expect(read()).toEqual([
    ['notice.not-logged', { notices: 5 }],
    ['notice.sent', { notices: 5 }],
  ]);
});

test('a sweep tells what it looked at, and what it had to put right', async () => {
  office.post.trouble = () => {
    throw new TypeError('Down');
  };
  await booked(office, local);
  // The session that was booked, and none of its messages before their hour.
  expect(await repair(office.context)).toEqual({ looked: 1, repaired: 0 });
  office.setNow('2027-03-01T00:05:01.000Z');
  expect(await repair(office.context)).toEqual({ looked: 5, repaired: 5 });
});
