import { beforeEach, describe, expect, test } from 'vitest';
import { entryKey, headKey } from '../../functions/custody/port/append.ts';
import { disablePerson } from '../../functions/directory/store.ts';
import { entrySchema } from '../../functions/custody/port/entry.ts';
import { deliver } from '../../functions/notices/deliver.ts';
import { fallDue } from '../../functions/notices/fall-due.ts';
import { repair } from '../../functions/notices/repair.ts';
import {
  forgetAddress,
  parsePlan,
  planKey,
  putAddress,
  unsentPartition,
  looksPartition,
} from '../../functions/notices/store.ts';
import { handleBounce } from '../../functions/notices/handle-bounce.ts';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import { syncSoon } from '../../functions/notices/port/sync-soon.ts';
import { doorKey, moveDoor, parseDoor, setGate } from '../../functions/sessions/port/door.ts';
import { actorOf, ask, enterPerson } from '../support/in-process.ts';
import { faultyStore, tornStore, type Fault } from '../support/faulty-store.ts';
import {
  act,
  book,
  bookingOf,
  bookWith,
  cancel,
  enterRoom,
  nameOfficer,
  setWorkingTime,
} from '../sessions/prepared-case.ts';
import { booked, kindsIn, newNoticeOffice, noticesIn, textOf, type NoticeOffice } from './office.ts';

/** Thursday 1 April 2027, 09:30 in Bangkok: 02:30 in London's terms of UTC, a month after the booking. */
const local = '2027-04-01T09:30';
const everybody = [
  'confirmation clerk',
  'confirmation interpreter',
  'confirmation prosecutor',
  'confirmation support-officer',
  'confirmation witness',
];

let office: NoticeOffice;
beforeEach(async () => {
  office = await newNoticeOffice();
});

const doorOf = async (sessionId: string) => parseDoor((await office.store.get([doorKey(sessionId)]))[0]);

/** Moves a door by so many minutes, as booking does. */
async function move(sessionId: string, start: string, end: string): Promise<void> {
  await office.store.write([moveDoor(await doorOf(sessionId), { start, end })]);
}

async function entriesOf(sessionId: string) {
  const keys = Array.from({ length: 60 }, (_, index) => entryKey(sessionId, index));
  const items = await office.store.get(keys);
  return items.flatMap((item) =>
    item === undefined ? [] : [entrySchema.parse(JSON.parse(String(item['leaf'])))],
  );
}

describe('a booking', () => {
  test('is told to everybody who has a seat, to the witness through her officer', async () => {
    const sessionId = await booked(office, local);
    expect(await kindsIn(office, sessionId)).toEqual(everybody);
    const { people } = office.prepared;
    const to = office.post.sent.map((message) => message.to).toSorted();
    const holder = office.addressOf(people['support-officer'].personId);
    expect(to).toEqual(
      [people.prosecutor, people.clerk, people.interpreter, people['support-officer']]
        .map(({ personId }) => office.addressOf(personId))
        .concat(holder)
        .toSorted(),
    );
    const hers = (await noticesIn(office, sessionId)).find(({ seat }) => seat === 'witness');
    expect(hers).toMatchObject({ through: 'support-officer', audience: 'officer', zone: 'Asia/Yangon' });
    expect(hers?.mail).toMatchObject({ to: holder });
    expect(hers?.mail?.mime).not.toContain('text/calendar');
  });

  test('says each time by the reader’s own clock, in neutral words', async () => {
    const sessionId = await booked(office, local);
    const { people, caseId } = office.prepared;
    const texts = office.post.sent.map((message) => [message.to, textOf(message)] as const);
    const of = (personId: string) => texts.find(([to]) => to === office.addressOf(personId))?.[1];
    expect(of(people.clerk.personId)).toContain('Thursday 1 April 2027, 09:30–10:30 (UTC+07:00)');
    // Sydney is still on summer time.
    expect(of(people.interpreter.personId)).toContain('13:30–14:30 (UTC+11:00)');
    const door = await doorOf(sessionId);
    const canaries = [sessionId, caseId, 'T 1/2027', 'Bangkok', 'Yangon', 'Sydney', people.clerk.label];
    for (const [, text] of texts)
      for (const canary of [...canaries, ...door.seats.map(({ pseudonym }) => pseudonym)])
        expect(text).not.toContain(canary);
    for (const { mime } of office.post.sent) expect(mime).not.toContain(sessionId);
  });

  test('is entered in the session’s log once for each seat, without an address', async () => {
    const sessionId = await booked(office, local);
    const entries = (await entriesOf(sessionId)).filter(({ action }) => action === 'notice.sent');
    expect(
      entries.map(({ details }) => `${String(details['kind'])} ${String(details['seat'])}`).toSorted(),
    ).toEqual(everybody);
    expect(entries[0]).toMatchObject({
      actor: { system: 'notices' },
      subject: { kind: 'session', ref: sessionId },
    });
    expect(JSON.stringify(entries)).not.toMatch(/@|example\.org|personId/);
    const witness = entries.find(({ details }) => details['seat'] === 'witness');
    expect(witness?.details).toMatchObject({ through: 'support-officer' });
  });

  test('is told once, however often it is looked at', async () => {
    const sessionId = await booked(office, local);
    const before = new Map(office.store.items);
    await syncNotices(office.context, sessionId);
    await Promise.all([syncNotices(office.context, sessionId), syncNotices(office.context, sessionId)]);
    expect(office.post.sent).toHaveLength(5);
    expect(new Map(office.store.items)).toEqual(before);
  });

  test('is told once by eight who are at it at the same time', async () => {
    const { body } = await book(office.prepared, local);
    const sessionId = body.sessionId as string;
    await Promise.all(Array.from({ length: 8 }, () => syncNotices(office.context, sessionId)));
    expect(office.post.sent).toHaveLength(5);
    expect(await kindsIn(office, sessionId)).toEqual(everybody);
  });

  test('gives readers calendar files that tell them apart', async () => {
    await booked(office, local);
    const uids = office.post.sent.flatMap(({ mime }) => {
      const attached = mime.split('application/ics')[1] ?? '';
      const body = /\r\n\r\n([^-]+)/.exec(attached)?.[1] ?? '';
      return /UID:(\S+)/.exec(Buffer.from(body, 'base64').toString())?.[1] ?? [];
    });
    expect(uids).toHaveLength(4);
    expect(new Set(uids).size).toBe(4);
  });
});

describe('what happens to it later', () => {
  test('a move is told with the time before, a cancellation with the last time', async () => {
    const sessionId = await booked(office, local);
    await move(sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
    office.post.sent.length = 0;
    await syncNotices(office.context, sessionId);
    expect(office.post.sent).toHaveLength(5);
    const sydney = office.post.sent.find(
      ({ to }) => to === office.addressOf(office.prepared.people.interpreter.personId),
    );
    // Summer time ends on 4 April 2027.
    expect(textOf(sydney ?? { mime: '' })).toContain(
      'Before: Thursday 1 April 2027, 13:30–14:30 (UTC+11:00)\nTime: Thursday 8 April 2027, 12:30–13:30 (UTC+10:00)',
    );
    await cancel(office.prepared, sessionId);
    office.post.sent.length = 0;
    await syncNotices(office.context, sessionId);
    expect(office.post.sent.map(textOf).every((text) => text.includes('8 April 2027'))).toBe(true);
    const sequences = (await noticesIn(office, sessionId)).map(({ kind, sequence }) => `${kind} ${sequence}`);
    expect(new Set(sequences)).toEqual(new Set(['confirmation 0', 'change 1', 'cancellation 2']));
  });

  test('an officer who is named later is told then, and nobody else', async () => {
    const sessionId = await booked(office, local);
    office.post.sent.length = 0;
    await nameOfficer(office.prepared, sessionId);
    await syncNotices(office.context, sessionId);
    expect(office.post.sent.map(({ to }) => to)).toEqual([
      office.addressOf(office.prepared.people['attending-officer'].personId),
    ]);
  });

  test('the one whose seat another took is told not to come', async () => {
    const sessionId = await booked(office, local);
    const door = await doorOf(sessionId);
    const seats = door.seats.filter(({ seat }) => seat !== 'interpreter');
    await office.store.write([moveDoor(door, { seats })]);
    await syncNotices(office.context, sessionId);
    expect((await kindsIn(office, sessionId)).filter((kind) => !kind.startsWith('confirmation'))).toEqual([
      'release interpreter',
    ]);
  });

  test('each of a team of interpreters is told, and of two only the one who was replaced not to come', async () => {
    const { people } = office.prepared;
    const [second, third] = await Promise.all([
      enterPerson(office.store, 'interpreter'),
      enterPerson(office.store, 'interpreter'),
    ]);
    await office.store.write(
      [second, third].map((each) => putAddress(each.personId, office.addressOf(each.personId))),
    );
    const seats = { ...bookingOf(office.prepared, local).seats, moreInterpreters: [second.personId] };
    const { body } = await bookWith(office.prepared, local, { minutes: 90, seats });
    const sessionId = body.sessionId as string;
    await syncNotices(office.context, sessionId);
    const written = () => office.post.sent.map(({ to }) => to);
    for (const { personId } of [people.interpreter, second])
      expect(written().filter((to) => to === office.addressOf(personId))).toHaveLength(1);
    const names = (await doorOf(sessionId)).seats.flatMap(({ seat, pseudonym }) =>
      seat === 'interpreter' ? [pseudonym] : [],
    );
    office.post.sent.length = 0;
    await act(office.prepared, sessionId, 'replacements', {
      seat: 'interpreter',
      pseudonym: names[1],
      personId: third.personId,
      reason: 'ill',
    });
    await syncNotices(office.context, sessionId);
    expect(written().toSorted()).toEqual(
      [second, third].map(({ personId }) => office.addressOf(personId)).toSorted(),
    );
    const released = (await noticesIn(office, sessionId)).filter(({ kind }) => kind === 'release');
    expect(released.map(({ pseudonym }) => pseudonym)).toEqual([names[1]]);
  });

  test('nobody is written to about a session that has ended, and nothing is left to ring', async () => {
    const sessionId = await booked(office, local);
    expect(office.clockwork.alarms.size).toBeGreaterThan(0);
    await office.store.write([moveDoor(await doorOf(sessionId), { status: 'ended' })]);
    office.post.sent.length = 0;
    await syncNotices(office.context, sessionId);
    expect(office.post.sent).toEqual([]);
    expect(office.clockwork.alarms.size).toBe(0);
    await repair(office.context);
    expect(await office.store.query('notices', looksPartition)).toEqual([]);
    expect(office.post.sent).toEqual([]);
  });
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
    await move(sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
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
    await office.store.write([setGate(await doorOf(sessionId), 'interpreter', 'open')]);
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
    const door = await doorOf(sessionId);
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
    await move(sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
    await ringAll();
    await move(sessionId, '2027-04-01T02:30:00.000Z', '2027-04-01T03:30:00.000Z');
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
    await move(sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
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
    await office.store.write([setGate(await doorOf(sessionId), 'interpreter', 'open')]);
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
    (await entriesOf(sessionId)).filter(({ action }) => action.startsWith('notice.'));

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
    await toBerlin('cases', `case#${office.prepared.caseId}`, 'witness');
    const sessionId = await booked(office, local);
    const before = await entriesOf(sessionId);
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
    expect(await entriesOf(sessionId)).toEqual(before);
  });

  test('does not keep the log from telling what concerns those in the open', async () => {
    const sessionId = await booked(office, local);
    await move(sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
    await syncNotices(office.context, sessionId);
    await ring('2027-04-01T16:00:00.000Z', 'clock-change');
    expect((await logged(sessionId)).at(-1)?.details).toMatchObject({
      kind: 'clock-change',
      seat: 'interpreter',
    });
  });
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
    expect((await entriesOf(sessionId)).filter(({ action }) => action === 'notice.sent')).toEqual([]);
    office.post.trouble = () => undefined;
    office.setNow('2027-03-01T00:06:00.000Z');
    await Promise.all([repair(office.context), repair(office.context), repair(office.context)]);
    expect(office.post.sent).toHaveLength(5);
    expect((await entriesOf(sessionId)).filter(({ action }) => action === 'notice.sent')).toHaveLength(5);
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
    expect((await entriesOf(sessionId)).filter(({ action }) => action === 'notice.sent')).toHaveLength(5);
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
        await move(sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
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
      await move(sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
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
    expect((await entriesOf(sessionId)).filter(({ action }) => action === 'notice.sent')).toHaveLength(5);
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
      bookingOf(office.prepared, '2027-03-01T07:00:30', 5),
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
    await move(sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
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
    await move(whole, '2027-04-09T02:30:00.000Z', '2027-04-09T03:30:00.000Z');
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
    (await entriesOf(sessionId)).filter(({ action }) => action === 'notice.returned');

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

test('the plan holds no address', async () => {
  const sessionId = await booked(office, local);
  const [plan] = await office.store.get([planKey(sessionId)]);
  expect(JSON.stringify(plan)).not.toContain('@');
});
