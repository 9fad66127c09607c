import { beforeEach, describe, expect, test } from 'vitest';
import { deliver } from '../../functions/notices/deliver.ts';
import { repair } from '../../functions/notices/repair.ts';
import { parsePlan, planKey } from '../../functions/notices/store.ts';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { faultyStore, tornStore, type Fault } from '../support/faulty-store.ts';
import { book } from '../support/session-verbs.ts';
import { booked, kindsIn, newNoticeOffice, noticesIn, type NoticeOffice } from './office.ts';
import { local, everybody, move } from './booked-office.ts';
import { entriesIn } from '../support/log-entries.ts';

let office: NoticeOffice;

beforeEach(async () => {
  office = await newNoticeOffice();
});

describe('when a write is lost, or crosses another', () => {
  test.each<[Fault]>([['conflict'], ['lost']])(
    'nothing is sent twice where writes end in %s',
    async (fault) => {
      const { body } = await book(office.prepared, local);
      const sessionId = body.sessionId as string;
      for (const failing of [1, 2, 3]) {
        const store = faultyStore(office.store, (write) => (write === failing ? fault : 'none'));
        await syncNotices(office.over(store), sessionId).catch((error: unknown) => {
          if (!(error instanceof Error) || error.message !== 'socket hang up') throw error;
        });
      }
      office.setNow('2027-03-01T00:30:00.000Z');
      await repair(office.context);
      await repair(office.context);
      expect(await kindsIn(office, sessionId)).toEqual(everybody);
      expect(office.post.sent).toHaveLength(5);
      expect((await noticesIn(office, sessionId)).every(({ state }) => state === 'sent')).toBe(true);
    },
  );

  test('a door that moves between two reads is not taken for a move back', async () => {
    const sessionId = await booked(office, local);
    const door = doorKey(sessionId);
    const torn = tornStore(
      office.store,
      ({ pk, sk }) => pk === door.pk && sk === door.sk,
      async () => {
        await move(office, sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
        await syncNotices(office.context, sessionId);
      },
    );
    await syncNotices(office.over(torn), sessionId);
    const changes = (await noticesIn(office, sessionId)).filter(({ kind }) => kind === 'change');
    expect(new Set(changes.map(({ span }) => span.start))).toEqual(new Set(['2027-04-08T02:30:00.000Z']));
    expect(changes).toHaveLength(5);
  });

  test('whoever is slow with the alarms does not undo what was told meanwhile', async () => {
    const { body } = await book(office.prepared, local);
    const sessionId = body.sessionId as string;
    let meanwhile = false;
    office.clockwork.trouble = async () => {
      if (meanwhile) return;
      meanwhile = true;
      await move(office, sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
      await syncNotices(office.context, sessionId);
    };
    await syncNotices(office.context, sessionId);
    const [item] = await office.store.get([planKey(sessionId)]);
    const starts = parsePlan(item, sessionId).told.map(({ start }) => start);
    expect(new Set(starts)).toEqual(new Set(['2027-04-08T02:30:00.000Z']));
    office.post.sent.length = 0;
    await syncNotices(office.context, sessionId, true);
    expect(office.post.sent).toEqual([]);
    const kinds = await kindsIn(office, sessionId);
    expect(kinds.filter((kind) => kind.startsWith('change'))).toHaveLength(5);
  });

  test('two who hold the same messages mark and enter them once', async () => {
    office.post.trouble = () => {
      throw new Error('Down');
    };
    const sessionId = await booked(office, local);
    office.post.trouble = () => undefined;
    const held = await noticesIn(office, sessionId);
    await Promise.all([deliver(office.context, held), deliver(office.context, held)]);
    expect(
      (await entriesIn(office.store, sessionId)).filter(({ action }) => action === 'notice.sent'),
    ).toHaveLength(5);
  });
});
