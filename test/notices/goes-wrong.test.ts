import { beforeEach, describe, expect, test } from 'vitest';
import { headKey } from '../../functions/custody/port/append.ts';
import { disablePerson } from '../../functions/directory/store.ts';
import { deliver } from '../../functions/notices/deliver.ts';
import { repair } from '../../functions/notices/repair.ts';
import {
  forgetAddress,
  parsePlan,
  planKey,
  unsentPartition,
  looksPartition,
} from '../../functions/notices/store.ts';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import { syncSoon } from '../../functions/notices/port/sync-soon.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { actorOf, ask } from '../support/in-process.ts';
import { faultyStore, tornStore, type Fault } from '../support/faulty-store.ts';
import { book, bookingOf, inFull } from '../support/session-verbs.ts';
import { booked, kindsIn, newNoticeOffice, noticesIn, type NoticeOffice } from './office.ts';
import { local, everybody, move } from './booked-office.ts';
import { entriesIn } from '../support/log-entries.ts';

let office: NoticeOffice;
beforeEach(async () => {
  office = await newNoticeOffice();
});

describe('when something goes wrong', () => {
  test('a message that is not taken is tried again later, with the same words, and then given up', async () => {
    const clerk = office.addressOf(office.prepared.people.clerk.personId);
    const tried: string[] = [];
    office.post.trouble = (to) => {
      if (to !== clerk) return;
      tried.push(to);
      throw new Error('Throttled');
    };
    const sessionId = await booked(office, local);
    const state = async () =>
      (await noticesIn(office, sessionId)).find(({ seat }) => seat === 'clerk') ?? {
        state: 'none',
        mail: undefined,
      };
    const first = (await state()).mail;
    expect(office.post.sent).toHaveLength(4);
    expect(await state()).toMatchObject({ state: 'sending', tries: 1, fault: 'Error' });

    await repair(office.context);
    expect(tried).toHaveLength(1);
    for (const [index, at] of ['00:05', '00:20', '01:20', '05:20', '17:20'].entries()) {
      office.setNow(`2027-03-01T${at}:01.000Z`);
      await repair(office.context);
      expect(tried).toHaveLength(index + 2);
    }
    expect(await state()).toMatchObject({ state: 'failed', tries: 6 });
    expect((await state()).mail).toEqual(first);
    office.setNow('2027-03-02T00:00:00.000Z');
    await repair(office.context);
    expect(tried).toHaveLength(6);
    expect(await office.store.query('notices', unsentPartition)).toEqual([]);
  });

  test('one that is taken at the second try is sent and entered once', async () => {
    office.post.trouble = () => {
      throw new Error('Down');
    };
    const sessionId = await booked(office, local);
    expect(office.post.sent).toEqual([]);
    expect(
      (await entriesIn(office.store, sessionId)).filter(({ action }) => action === 'notice.sent'),
    ).toEqual([]);
    office.post.trouble = () => undefined;
    office.setNow('2027-03-01T00:06:00.000Z');
    await Promise.all([repair(office.context), repair(office.context), repair(office.context)]);
    expect(office.post.sent).toHaveLength(5);
    expect(
      (await entriesIn(office.store, sessionId)).filter(({ action }) => action === 'notice.sent'),
    ).toHaveLength(5);
  });

  test('a mark that was lost after the sending costs at most one more, with the same words', async () => {
    let writes = 0;
    // The first write makes the messages, the second marks them as sent.
    const store = faultyStore(office.store, () => {
      writes += 1;
      return writes === 2 ? 'throttled' : 'none';
    });
    const { body } = await book(office.prepared, local);
    const sessionId = body.sessionId as string;
    await expect(syncNotices(office.over(store), sessionId)).rejects.toThrow('Throttling');
    expect(office.post.sent).toHaveLength(5);
    await repair(office.context);
    expect(office.post.sent).toHaveLength(5);
    office.setNow('2027-03-01T00:03:00.000Z');
    await repair(office.context);
    await repair(office.context);
    expect(office.post.sent).toHaveLength(10);
    const words = (from: number) =>
      office.post.sent.slice(from, from + 5).map(({ to, mime }) => `${to} ${mime}`);
    expect(words(5).toSorted()).toEqual(words(0).toSorted());
    expect(
      (await entriesIn(office.store, sessionId)).filter(({ action }) => action === 'notice.sent'),
    ).toHaveLength(5);
  });

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

  test('what is over by the time of the next try is given up', async () => {
    office.post.trouble = () => {
      throw new Error('Down');
    };
    // Seven in the morning in Bangkok is midnight in UTC: half a minute from now, for five minutes.
    const { body } = await ask(
      office.prepared.app,
      actorOf(office.prepared.people.prosecutor),
      'POST',
      '/api/sessions',
      inFull(office.prepared, bookingOf(office.prepared, '2027-03-01T07:00:30', 5)),
    );
    const sessionId = body.sessionId as string;
    await syncNotices(office.context, sessionId);
    office.setNow('2027-03-01T00:05:00.000Z');
    await repair(office.context);
    const states = (await noticesIn(office, sessionId)).map(({ state, tries }) => `${state} ${tries}`);
    expect(new Set(states)).toEqual(new Set(['failed 2']));
  });

  test('a message without an address is seen, and the rest goes out', async () => {
    const { personId } = office.prepared.people.interpreter;
    await office.store.write([forgetAddress(personId)]);
    const sessionId = await booked(office, local);
    expect(office.post.sent).toHaveLength(4);
    const states = (await noticesIn(office, sessionId)).map(({ seat, state }) => `${seat} ${state}`);
    expect(states).toContain('interpreter unreachable');
    expect(await office.store.query('notices', unsentPartition)).toEqual([]);
  });

  test('nobody whose account was closed is written to', async () => {
    const { personId } = office.prepared.people.clerk;

    const { body } = await book(office.prepared, local);
    await office.store.write(disablePerson(office.prepared.people.clerk));
    await syncNotices(office.context, body.sessionId as string);
    expect(office.post.sent.map(({ to }) => to)).not.toContain(office.addressOf(personId));
    expect(office.post.sent).toHaveLength(4);
  });

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
    // One look is planned, and what was asked for is done with.
    expect(await office.store.query('notices', looksPartition)).toHaveLength(1);
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

  test('a sealed log takes no entry, and the message is sent once all the same', async () => {
    const { body } = await book(office.prepared, local);
    const sessionId = body.sessionId as string;

    await office.store.write([
      { kind: 'update', key: headKey(sessionId), set: { sealed: true }, onRefused: 'retry' },
    ]);
    await syncNotices(office.context, sessionId);
    office.setNow('2027-03-01T00:30:00.000Z');
    await repair(office.context);
    expect(office.post.sent).toHaveLength(5);
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
