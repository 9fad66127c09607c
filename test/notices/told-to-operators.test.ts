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

/** What a booking sends: to each seat, and to the three whose turn it is. */
const kinds = [
  ...Array.from({ length: 5 }, () => 'confirmation'),
  ...Array.from({ length: 3 }, () => 'your-turn'),
];
const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

test('how many messages went is a line, and nobody is woken', async () => {
  await booked(office, local);
  expect(read()).toEqual([['notice.sent', { notices: 8 }]]);
});

test('somebody is woken when a message is given up, and not before', async () => {
  office.post.trouble = () => {
    throw new TypeError('Down');
  };
  await booked(office, local);
  const refused = (tries: number) =>
    kinds.map((kind) => ['notice.not-sent', { kind, tries, fault: 'TypeError' }]);
  expect(read()).toEqual(refused(1));
  for (const [index, at] of ['00:05', '00:20', '01:20', '05:20'].entries()) {
    office.setNow(`2027-03-01T${at}:01.000Z`);
    await repair(office.context);
    expect(read().toSorted(byText)).toEqual(refused(index + 2).toSorted(byText));
  }
  office.setNow('2027-03-01T17:20:01.000Z');
  await repair(office.context);
  const givenUp = kinds.map((kind) => ['notice.failed', { kind, fault: 'TypeError' }]);
  expect(read().toSorted(byText)).toEqual([...refused(6), ...givenUp].toSorted(byText));
});

test('of messages that are tried together, each is told as it went', async () => {
  const clerk = office.addressOf(office.prepared.people.clerk.personId);
  office.post.trouble = (to) => {
    if (to === clerk) throw new TypeError('Down');
  };
  await booked(office, local);
  expect(read()).toEqual([
    ['notice.not-sent', { kind: 'confirmation', tries: 1, fault: 'TypeError' }],
    ['notice.not-sent', { kind: 'your-turn', tries: 1, fault: 'TypeError' }],
    ['notice.sent', { notices: 6 }],
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
    ['notice.not-logged', { notices: 8 }],
    ['notice.sent', { notices: 8 }],
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
  expect(await repair(office.context)).toEqual({ looked: 8, repaired: 8 });
});
