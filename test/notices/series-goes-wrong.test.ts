import { beforeEach, describe, expect, test } from 'vitest';
import { handleBounce } from '../../functions/notices/handle-bounce.ts';
import { repair } from '../../functions/notices/repair.ts';
import { looksPartition, unsentPartition } from '../../functions/notices/store.ts';
import { syncEach } from '../../functions/notices/sync-series.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { faultyStore, type Fault } from '../support/faulty-store.ts';
import { follow } from '../support/followed.ts';
import { actorOf, ask, contextOver } from '../support/in-process.ts';
import { now } from '../support/prepared-case.ts';
import { newKey } from '../support/http.ts';
import { entriesIn } from '../support/log-entries.ts';
import { everyNoticeIn, textOf } from './office.ts';
import { newSeriesOffice, type SeriesOffice } from './series-office.ts';

/** A series whose act breaks off, whose mail is not taken or comes back, and whose telling breaks off anywhere. */

let office: SeriesOffice;
const clerk = () => office.prepared.people.clerk.personId;

beforeEach(async () => {
  office = await newSeriesOffice();
});

describe('what is told of a series waits', () => {
  test('while an act is at it, and no longer than a minute, whatever became of the act', async () => {
    const broken = faultyStore(office.store, (write) => (write === 3 ? 'throttled' : 'none'));
    expect((await office.does('/shift', { byDays: 7 }, office.prepared.over(broken))).status).toBe(500);
    await office.streamed();
    office.setNow('2027-03-01T00:00:30.000Z');
    await repair(office.context);
    expect(office.post.sent).toEqual([]);
    // One look for all of them is left, and stands before nobody else's.
    const looks = await office.store.query('notices', looksPartition, { to: '2027-03-01T00:05' });
    expect(looks.map(({ sk }) => sk)).toEqual([`2027-03-01T00:01:00.000Z#series#${office.series}`]);
    office.setNow('2027-03-01T00:01:00.000Z');
    await repair(office.context);
    expect(office.post.sent).toHaveLength(5);
    const text = textOf(office.mailsTo(clerk())[0] ?? { mime: '' });
    expect(text.match(/^Not changed: /gm)).toHaveLength(2);
  });

  test('not because a request that is done is sent again', async () => {
    const key = newKey();
    await office.does('/cancellation', { reason: 'other' }, office.prepared.app, key);
    await office.does('/cancellation', { reason: 'other' }, office.prepared.app, key);
    await office.streamed();
    expect(office.post.sent).toHaveLength(5);
  });
});

test('a withdrawal closes every door, also where nobody could say that they belong together', async () => {
  const { store, prepared, ids } = office;
  const path = `/api/witnesses/${prepared.caseId}/${prepared.witness}/withdrawal`;
  const by = actorOf(prepared.people['support-officer']);
  const told = await ask(witnessesApp(contextOver(store, now)), by, 'POST', path, {});
  expect(told.status).toBe(201);
  await follow(
    faultyStore(store, (write) => (write === 1 ? 'throttled' : 'none')),
    prepared,
  );
  const doors = (await store.get(ids.map(doorKey))).map(parseDoor);
  expect(doors.map(({ gates }) => gates.consent)).toEqual(['refused', 'refused', 'refused']);
  // Then each is told by itself.
  office.setNow('2027-03-01T00:02:00.000Z');
  await syncEach(office.context, ids);
  expect(office.post.sent).toHaveLength(15);
});

describe('a message about a series', () => {
  test('that is not taken is tried again with the same bytes, and entered in each log when it went', async () => {
    office.post.trouble = () => {
      throw new Error('Down');
    };
    await office.does('/shift', { byDays: 7 });
    await office.streamed();
    expect((await office.logged('change')).flat()).toEqual([]);
    const lying = (await Promise.all(office.ids.map((id) => everyNoticeIn(office, id)))).flat();
    const mimes = lying.flatMap(({ kind, mail }) => (kind === 'change' ? (mail?.mime ?? []) : []));
    expect(mimes).toHaveLength(5);
    office.post.trouble = () => undefined;
    office.setNow('2027-03-01T00:06:00.000Z');
    await Promise.all([repair(office.context), repair(office.context)]);
    expect(office.post.sent.map(({ mime }) => mime).toSorted()).toEqual(mimes.toSorted());
    expect((await office.logged('change')).map((entries) => entries.length)).toEqual([5, 5, 5]);
  });

  test('that is given up is given up in each of its sessions', async () => {
    office.post.trouble = () => {
      throw new Error('Down');
    };
    await office.does('/shift', { byDays: 7 });
    await office.streamed();
    for (const at of ['01T00:06', '01T00:22', '01T01:23', '01T05:24', '01T17:25']) {
      office.setNow(`2027-03-${at}:00.000Z`);
      await repair(office.context);
    }
    for (const id of office.ids) {
      const states = (await everyNoticeIn(office, id))
        .filter(({ kind }) => kind === 'change')
        .map(({ state }) => state);
      expect(states).toEqual(['failed', 'failed', 'failed', 'failed', 'failed']);
    }
    const carried = (await Promise.all(office.ids.map((id) => everyNoticeIn(office, id)))).flat();
    const unsent = (await office.store.query('notices', unsentPartition)).map(({ sk }) => sk.split('#')[2]);
    for (const { kind, noticeId } of carried) if (kind === 'change') expect(unsent).not.toContain(noticeId);
  });

  test('that comes back has come back in each of its sessions, once', async () => {
    await office.does('/shift', { byDays: 7 });
    await office.streamed();
    const carrier = (await Promise.all(office.ids.map((id) => everyNoticeIn(office, id))))
      .flat()
      .find(({ seat, carries }) => seat === 'clerk' && carries !== undefined);
    const tags = { session: [carrier?.sessionId ?? ''], notice: [carrier?.noticeId ?? ''] };
    const news = { detail: { eventType: 'Bounce', mail: { tags } } };
    await handleBounce(office.context, news);
    await handleBounce(office.context, news);
    for (const id of office.ids) {
      const entries = (await entriesIn(office.store, id)).filter(
        ({ action }) => action === 'notice.returned',
      );
      expect(entries.map(({ details }) => details)).toMatchObject([{ kind: 'change', seat: 'clerk' }]);
      const states = (await everyNoticeIn(office, id)).filter(({ state }) => state === 'returned');
      expect(states).toHaveLength(1);
    }
  });

  test.each(['throttled', 'lost'] as const)(
    'wherever it is broken off (%s), reaches everybody, and is entered once in each log',
    async (fault: Fault) => {
      await office.does('/shift', { byDays: 7 });
      const before = new Map(office.store.items);
      const people = Object.values(office.prepared.people).map(({ personId }) => personId);
      const said = () =>
        people.map((person) =>
          [
            ...new Set(office.mailsTo(person).flatMap((mail) => textOf(mail).match(/^Time: .*/gm) ?? [])),
          ].toSorted(),
        );
      let writes = 0;
      await office.streamed(
        faultyStore(office.store, () => {
          writes += 1;
          return 'none';
        }),
      );
      const whole = said();
      expect(whole.filter((times) => times.length === 3)).toHaveLength(4);
      for (let broken = 1; broken <= writes; broken += 1) {
        office.store.items.clear();
        for (const [key, item] of before) office.store.items.set(key, item);
        office.post.sent.length = 0;
        office.setNow('2027-03-01T00:00:10.000Z');
        const over = faultyStore(office.store, (write) => (write === broken ? fault : 'none'));
        await office.streamed(over).catch(() => undefined);
        for (const at of ['00:01:30', '00:04:00', '00:07:00', '00:10:00']) {
          office.setNow(`2027-03-01T${at}.000Z`);
          await repair(office.context);
        }
        expect([broken, said()]).toEqual([broken, whole]);
        const entries = (await office.logged('change')).map((each) => each.length);
        expect([broken, entries]).toEqual([broken, [5, 5, 5]]);
      }
    },
    60_000,
  );
});
