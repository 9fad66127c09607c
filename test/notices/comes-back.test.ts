import { beforeEach, describe, expect, test } from 'vitest';
import { repair } from '../../functions/notices/repair.ts';
import { handleBounce } from '../../functions/notices/handle-bounce.ts';
import { booked, everyNoticeIn, newNoticeOffice, noticesIn, type NoticeOffice } from './office.ts';
import { local } from './booked-office.ts';
import { entriesIn } from '../support/log-entries.ts';

let office: NoticeOffice;
beforeEach(async () => {
  office = await newNoticeOffice();
});

describe('a message that comes back', () => {
  const news = (eventType: string, tags: Readonly<Record<string, readonly string[]>>) => ({
    source: 'aws.ses',
    'detail-type': 'Email Bounced',
    detail: { eventType, mail: { messageId: 'x', destination: ['somebody@example.org'], tags } },
  });
  const tagsOf = ({ sessionId, noticeId }: { sessionId: string; noticeId: string }) => ({
    session: [sessionId],
    notice: [noticeId],
    'ses:configuration-set': ['set'],
  });
  const returned = async (sessionId: string) =>
    (await entriesIn(office.store, sessionId)).filter(({ action }) => action === 'notice.returned');

  test.each([
    ['Bounce', 'bounce'],
    ['Complaint', 'complaint'],
    ['Reject', 'reject'],
  ])('by %s is shown and entered once, and not sent again', async (event, reason) => {
    const sessionId = await booked(office, local);
    const [notice] = await noticesIn(office, sessionId);
    if (notice === undefined) throw new Error('No message.');
    await handleBounce(office.context, news(event, tagsOf(notice)));
    await handleBounce(office.context, news(event, tagsOf(notice)));
    const after = (await noticesIn(office, sessionId)).find(({ noticeId }) => noticeId === notice.noticeId);
    expect(after).toMatchObject({ state: 'returned', fault: reason });
    const entries = await returned(sessionId);
    expect(entries.map(({ details }) => details)).toEqual([
      { kind: notice.kind, seat: notice.seat, pseudonym: notice.pseudonym, reason },
    ]);
    expect(JSON.stringify(entries)).not.toContain('@');
    office.setNow('2027-03-01T01:00:00.000Z');
    await repair(office.context);
    expect(office.post.sent).toHaveLength(5);
  });

  test('to somebody whose turn it is, is entered without who it was', async () => {
    const sessionId = await booked(office, local);
    const notice = (await everyNoticeIn(office, sessionId)).find(({ kind }) => kind === 'your-turn');
    if (notice === undefined) throw new Error('No message.');
    await handleBounce(office.context, news('Bounce', tagsOf(notice)));
    await handleBounce(office.context, news('Bounce', tagsOf(notice)));
    const entries = await returned(sessionId);
    expect(entries).toMatchObject([{ details: { kind: 'your-turn', seat: notice.seat, reason: 'bounce' } }]);
    expect(JSON.stringify(entries)).not.toContain(notice.pseudonym);
    expect(entries[0]?.sealed?.['pseudonym']).toMatch(/^[\w-]{43}$/);
  });

  test('before it is marked as sent is believed later: the news is brought again', async () => {
    office.post.trouble = () => {
      throw new Error('Down');
    };
    const sessionId = await booked(office, local);
    const [notice] = await noticesIn(office, sessionId);
    if (notice === undefined) throw new Error('No message.');
    await expect(handleBounce(office.context, news('Bounce', tagsOf(notice)))).rejects.toThrow('not marked');
    expect(await returned(sessionId)).toEqual([]);
  });

  test('that nobody knows, or news of another kind, changes nothing', async () => {
    const sessionId = await booked(office, local);
    const [notice] = await noticesIn(office, sessionId);
    if (notice === undefined) throw new Error('No message.');
    const before = new Map(office.store.items);
    await handleBounce(office.context, news('Delivery', tagsOf(notice)));
    await handleBounce(office.context, news('Bounce', {}));
    await handleBounce(office.context, news('Bounce', { session: [sessionId], notice: ['x'] }));
    expect(new Map(office.store.items)).toEqual(before);
    await expect(handleBounce(office.context, { source: 'aws.ses' })).rejects.toThrow();
  });
});
