import { beforeEach, describe, expect, test } from 'vitest';
import { fallDue } from '../../functions/notices/fall-due.ts';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import { doorKey, moveDoor, setGate } from '../../functions/sessions/port/door.ts';
import { tornStore } from '../support/faulty-store.ts';
import { enterRoom } from '../support/calendars.ts';
import { act, bookWith, cancel } from '../support/session-verbs.ts';
import { booked, kindsIn, newNoticeOffice, textOf, type NoticeOffice } from './office.ts';
import { local, everybody, doorOf, move } from './booked-office.ts';

let office: NoticeOffice;
beforeEach(async () => {
  office = await newNoticeOffice();
});

describe('alarms', () => {
  const kinds = () =>
    [...office.clockwork.alarms.values()].map(({ at, call }) => `${call.due.kind} ${at}`).toSorted();

  test('are set for reminders, changes of clocks and chasers, and none tells what it is about', async () => {
    const sessionId = await booked(office, local);
    expect(kinds()).toEqual([
      'interpreter-missing 2027-03-25T02:00:00.000Z',
      'interpreter-missing 2027-03-26T02:00:00.000Z',
      'interpreter-missing 2027-03-29T02:00:00.000Z',
      'interpreter-missing 2027-03-30T02:00:00.000Z',
      'interpreter-missing 2027-03-31T02:00:00.000Z',
      'reminder 2027-03-18T02:30:00.000Z',
      'reminder 2027-03-30T02:30:00.000Z',
      'reminder 2027-04-01T01:30:00.000Z',
      // By the clock of the witness's officer.
      'room-missing 2027-03-25T02:30:00.000Z',
      'room-missing 2027-03-26T02:30:00.000Z',
      'room-missing 2027-03-29T02:30:00.000Z',
      'room-missing 2027-03-30T02:30:00.000Z',
      'room-missing 2027-03-31T02:30:00.000Z',
    ]);
    for (const [name] of office.clockwork.alarms) expect(name).toMatch(/^[0-9a-z-]{1,64}$/);
    expect([...office.clockwork.alarms.keys()].every((name) => name.startsWith(sessionId))).toBe(true);
  });

  test('move with the session, and go with it', async () => {
    const sessionId = await booked(office, local);
    await move(office, sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
    await syncNotices(office.context, sessionId);
    expect(kinds()).toContain('clock-change 2027-04-01T16:00:00.000Z');
    expect(kinds()).toContain('reminder 2027-03-25T02:30:00.000Z');
    expect(kinds()).not.toContain('reminder 2027-03-18T02:30:00.000Z');
    await cancel(office.prepared, sessionId);
    await syncNotices(office.context, sessionId);
    expect(kinds()).toEqual([]);
  });

  test('stop for the interpreter once there is one', async () => {
    const sessionId = await booked(office, local);
    await office.store.write([setGate(await doorOf(office, sessionId), 'interpreter', 'open')]);
    await syncNotices(office.context, sessionId);
    expect(kinds().filter((kind) => kind.startsWith('interpreter-missing'))).toEqual([]);
  });

  const ring = async (at: string, kind: string) => {
    const found = [...office.clockwork.alarms.values()].find(
      (alarm) => alarm.at === at && alarm.call.due.kind === kind,
    );
    if (found === undefined) throw new Error('No such alarm.');
    office.setNow(at);
    await fallDue(office.context, found.call);
  };

  test('that ring send a reminder to everybody, once, however often they ring', async () => {
    const sessionId = await booked(office, local);
    office.post.sent.length = 0;
    await ring('2027-03-30T02:30:00.000Z', 'reminder');
    await ring('2027-03-30T02:30:00.000Z', 'reminder');
    expect(office.post.sent).toHaveLength(5);
    expect((await kindsIn(office, sessionId)).filter((kind) => kind.startsWith('reminder'))).toHaveLength(5);
    await ring('2027-04-01T01:30:00.000Z', 'reminder');
    expect(office.post.sent).toHaveLength(10);
  });

  test('that ring eight times at once send each reminder once', async () => {
    await booked(office, local);
    office.post.sent.length = 0;
    await Promise.all(Array.from({ length: 8 }, () => ring('2027-03-30T02:30:00.000Z', 'reminder')));
    expect(office.post.sent).toHaveLength(5);
  });

  test('that would have rung before the booking are made up for by nobody', async () => {
    // Two days ahead: two working days are left, and of the reminders the one an hour before.
    const sessionId = await booked(office, '2027-03-03T09:30');
    expect(await kindsIn(office, sessionId)).toEqual(everybody);
    expect(kinds()).toEqual([
      'interpreter-missing 2027-03-01T02:00:00.000Z',
      'interpreter-missing 2027-03-02T02:00:00.000Z',
      'reminder 2027-03-01T02:30:00.000Z',
      'reminder 2027-03-03T01:30:00.000Z',
      // 2 March is a holiday in Myanmar.
      'room-missing 2027-03-01T02:30:00.000Z',
    ]);
  });

  test('go on ringing before each further day, for whoever is in the session by then', async () => {
    const more = { moreDays: [{ local: '2027-04-02T09:30' }, { local: '2027-04-05T09:30' }] };
    const { body } = await bookWith(office.prepared, local, more);
    const sessionId = body.sessionId as string;
    await syncNotices(office.context, sessionId);
    const [first] = [...office.clockwork.alarms.values()].filter(
      ({ at }) => at === '2027-04-01T01:30:00.000Z',
    );
    office.setNow('2027-04-01T12:00:00.000Z');
    const door = await doorOf(office, sessionId);
    const seats = door.seats.filter(({ seat }) => seat !== 'interpreter');
    await office.store.write([moveDoor(door, { seats })]);
    office.post.sent.length = 0;
    await syncNotices(office.context, sessionId);
    expect((await kindsIn(office, sessionId)).filter((kind) => kind.startsWith('release'))).toHaveLength(1);
    expect(office.post.sent).toHaveLength(1);
    expect(kinds()).toEqual([
      'reminder 2027-04-02T01:30:00.000Z',
      'reminder 2027-04-03T02:30:00.000Z',
      'reminder 2027-04-05T01:30:00.000Z',
    ]);
    // One of a day that has begun, late.
    if (first === undefined) throw new Error('No alarm.');
    await fallDue(office.context, first.call);
    expect(office.post.sent).toHaveLength(1);
    await ring('2027-04-02T01:30:00.000Z', 'reminder');
    await ring('2027-04-02T01:30:00.000Z', 'reminder');
    expect(office.post.sent).toHaveLength(5);
    expect(textOf(office.post.sent[1] ?? { mime: '' })).not.toContain('1 April 2027');
  });

  test('that ring for a session that was moved, cancelled or has begun send nothing', async () => {
    const sessionId = await booked(office, local);
    const { alarms } = office.clockwork;
    const old = new Map(alarms);
    office.post.sent.length = 0;
    const ringAll = async () => {
      for (const { call } of old.values()) await fallDue(office.context, call);
    };
    office.setNow('2027-04-01T02:30:00.000Z');
    await ringAll();
    office.setNow('2027-03-20T00:00:00.000Z');
    await move(office, sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
    await ringAll();
    await move(office, sessionId, '2027-04-01T02:30:00.000Z', '2027-04-01T03:30:00.000Z');
    await cancel(office.prepared, sessionId);
    await ringAll();
    expect(office.post.sent).toEqual([]);
  });

  test('never overtake a cancellation: the door is held while the reminder is written', async () => {
    const sessionId = await booked(office, local);
    const [alarm] = office.clockwork.alarms.values();
    if (alarm === undefined) throw new Error('No alarm.');
    office.setNow('2027-03-30T02:30:00.000Z');
    office.post.sent.length = 0;
    const door = doorKey(sessionId);
    const torn = tornStore(
      office.store,
      ({ pk, sk }) => pk === door.pk && sk === door.sk,
      () => cancel(office.prepared, sessionId),
    );
    await fallDue(office.over(torn), alarm.call);
    expect(office.post.sent).toEqual([]);
  });

  test('tell those whose clocks change, and them alone', async () => {
    const sessionId = await booked(office, local);
    await move(office, sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
    await syncNotices(office.context, sessionId);
    office.post.sent.length = 0;
    await ring('2027-04-01T16:00:00.000Z', 'clock-change');
    expect(office.post.sent.map(({ to }) => to)).toEqual([
      office.addressOf(office.prepared.people.interpreter.personId),
    ]);
    expect(textOf(office.post.sent[0] ?? { mime: '' })).toContain('12:30–13:30 (UTC+10:00)');
  });

  test('chase the clerk for the interpreter, once a day, until there is one', async () => {
    const sessionId = await booked(office, local);
    office.post.sent.length = 0;
    const clerk = office.addressOf(office.prepared.people.clerk.personId);
    await ring('2027-03-26T02:00:00.000Z', 'interpreter-missing');
    await ring('2027-03-26T02:00:00.000Z', 'interpreter-missing');
    await ring('2027-03-29T02:00:00.000Z', 'interpreter-missing');
    expect(office.post.sent.map(({ to }) => to)).toEqual([clerk, clerk]);
    await office.store.write([setGate(await doorOf(office, sessionId), 'interpreter', 'open')]);
    await ring('2027-03-30T02:00:00.000Z', 'interpreter-missing');
    expect(office.post.sent).toHaveLength(2);
  });

  test('chase her officer for a room until there is one, and again once it is gone', async () => {
    const sessionId = await booked(office, local);
    const room = await enterRoom(office.store, {}, { country: 'MM', city: 'Yangon' });
    const officer = office.prepared.people['support-officer'];
    const setRooms = async (rooms: readonly string[]) => {
      const told = await act(office.prepared, sessionId, 'rooms', { rooms }, { by: officer });
      expect(told.status).toBe(201);
      await syncNotices(office.context, sessionId);
    };
    const chasers = () => kinds().filter((kind) => kind.startsWith('room-missing'));
    const chased = () =>
      office.post.sent.flatMap((message) =>
        textOf(message).includes('No room is booked yet for this appointment. Please see to it.')
          ? [message.to]
          : [],
      );
    const hers = office.addressOf(officer.personId);
    const before = [...office.clockwork.alarms.values()];
    await ring('2027-03-25T02:30:00.000Z', 'room-missing');
    await ring('2027-03-25T02:30:00.000Z', 'room-missing');
    expect(chased()).toEqual([hers]);
    await setRooms([room]);
    expect(chasers()).toEqual([]);
    // One that was not cleared in time finds nothing to chase.
    office.setNow('2027-03-26T02:30:00.000Z');
    for (const { at, call } of before)
      if (at === '2027-03-26T02:30:00.000Z') await fallDue(office.context, call);
    expect(chased()).toEqual([hers]);
    await setRooms([]);
    expect(chasers()).toEqual([
      'room-missing 2027-03-29T02:30:00.000Z',
      'room-missing 2027-03-30T02:30:00.000Z',
      'room-missing 2027-03-31T02:30:00.000Z',
    ]);
    // Today's is made up for at once.
    expect(chased()).toEqual([hers, hers]);
  });
});
