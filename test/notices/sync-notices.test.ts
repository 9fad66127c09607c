import { openDisclosure } from '../../functions/custody/port/disclosure.ts';
import { noticePrefix, noticesOf, parseNotice } from '../../functions/notices/store.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { repair } from '../../functions/notices/repair.ts';
import { putAddress } from '../../functions/notices/port/address.ts';
import { looksPartition, parseLook, planKey } from '../../functions/notices/store.ts';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import { moveDoor } from '../../functions/sessions/port/door.ts';
import { enterPerson } from '../support/in-process.ts';
import { act, book, bookingOf, bookWith, cancel, nameOfficer } from '../support/session-verbs.ts';
import { booked, kindsIn, newNoticeOffice, noticesIn, textOf, type NoticeOffice } from './office.ts';
import { local, everybody, doorOf, move } from './booked-office.ts';
import { entriesIn } from '../support/log-entries.ts';

let office: NoticeOffice;
beforeEach(async () => {
  office = await newNoticeOffice();
});

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
    const door = await doorOf(office, sessionId);
    const canaries = [sessionId, caseId, 'T 1/2027', 'Bangkok', 'Yangon', 'Sydney', people.clerk.label];
    for (const [, text] of texts)
      for (const canary of [...canaries, ...door.seats.map(({ pseudonym }) => pseudonym)])
        expect(text).not.toContain(canary);
    for (const { mime } of office.post.sent) expect(mime).not.toContain(sessionId);
  });

  test('is entered in the session’s log once for each seat, without an address', async () => {
    const sessionId = await booked(office, local);
    const entries = (await entriesIn(office.store, sessionId)).filter(
      ({ action }) => action === 'notice.sent',
    );
    expect(
      entries.map(({ details }) => `${String(details['kind'])} ${String(details['seat'])}`).toSorted(),
    ).toEqual([...everybody, 'your-turn central-authority', 'your-turn clerk', 'your-turn support-officer']);
    expect(entries[0]).toMatchObject({
      actor: { system: 'notices' },
      subject: { kind: 'session', ref: sessionId },
    });
    expect(JSON.stringify(entries)).not.toMatch(/@|example\.org|personId/);
    const witness = entries.find(({ details }) => details['seat'] === 'witness');
    expect(witness?.details).toMatchObject({ through: 'support-officer' });
  });

  test('whose turn it is the log says by role: who it is opens with the message alone', async () => {
    const sessionId = await booked(office, local);
    const items = await office.store.query('notices', noticesOf(sessionId), { prefix: noticePrefix });
    const turns = items.map(parseNotice).filter(({ kind }) => kind === 'your-turn');
    const entries = (await entriesIn(office.store, sessionId)).filter(
      ({ details }) => details['kind'] === 'your-turn',
    );
    expect(entries).toHaveLength(3);
    for (const { pseudonym, noticeId, disclosures } of turns) {
      const opened = entries.flatMap(
        ({ sealed }) => openDisclosure(disclosures?.['pseudonym'] ?? '', sealed?.['pseudonym'] ?? '') ?? [],
      );
      expect(opened).toEqual([{ name: 'pseudonym', value: pseudonym }]);
      expect(JSON.stringify(entries)).not.toContain(pseudonym);
      // It can be computed from the pseudonym.
      expect(JSON.stringify(entries)).not.toContain(noticeId);
    }
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
    await move(office, sessionId, '2027-04-08T02:30:00.000Z', '2027-04-08T03:30:00.000Z');
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
    const door = await doorOf(office, sessionId);
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
    const names = (await doorOf(office, sessionId)).seats.flatMap(({ seat, pseudonym }) =>
      seat === 'interpreter' ? [pseudonym] : [],
    );
    office.post.sent.length = 0;
    await act(office.prepared, sessionId, 'replacements', {
      seat: 'interpreter',
      inPlaceOf: names[1],
      ids: [third.personId],
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
    await office.store.write([moveDoor(await doorOf(office, sessionId), { status: 'ended' })]);
    office.post.sent.length = 0;
    await syncNotices(office.context, sessionId);
    expect(office.post.sent).toEqual([]);
    expect(office.clockwork.alarms.size).toBe(0);
    await repair(office.context);
    // What is to be done for whoever was heard is another matter (case-tasks.test.ts).
    const looks = (await office.store.query('notices', looksPartition)).map(parseLook);
    expect(looks.filter((look) => 'sessionId' in look)).toEqual([]);
    expect(office.post.sent).toEqual([]);
  });
});

test('the plan holds no address', async () => {
  const sessionId = await booked(office, local);
  const [plan] = await office.store.get([planKey(sessionId)]);
  expect(JSON.stringify(plan)).not.toContain('@');
});
