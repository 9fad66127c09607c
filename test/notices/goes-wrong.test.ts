import { beforeEach, describe, expect, test } from 'vitest';
import { headKey } from '../../functions/custody/port/append.ts';
import { disablePerson } from '../../functions/directory/store.ts';
import { repair } from '../../functions/notices/repair.ts';
import { forgetAddress } from '../../functions/notices/port/address.ts';
import { unsentPartition } from '../../functions/notices/store.ts';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import { actorOf, ask } from '../support/in-process.ts';
import { faultyStore } from '../support/faulty-store.ts';
import { book, bookingOf, inFull } from '../support/session-verbs.ts';
import { booked, newNoticeOffice, noticesIn, type NoticeOffice } from './office.ts';
import { local } from './booked-office.ts';
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
    // The appointment, and that the interpreter waits for them.
    expect(tried).toHaveLength(2);
    for (const [index, at] of ['00:05', '00:20', '01:20', '05:20', '17:20'].entries()) {
      office.setNow(`2027-03-01T${at}:01.000Z`);
      await repair(office.context);
      expect(tried).toHaveLength(2 * (index + 2));
    }
    expect(await state()).toMatchObject({ state: 'failed', tries: 6 });
    expect((await state()).mail).toEqual(first);
    office.setNow('2027-03-02T00:00:00.000Z');
    await repair(office.context);
    expect(tried).toHaveLength(12);
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
    ).toHaveLength(5 + 3);
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
    ).toHaveLength(5 + 3);
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
