import { beforeEach, describe, expect, test } from 'vitest';
import { repair } from '../../functions/notices/repair.ts';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import { askToDo, doneWith } from '../../functions/notices/port/case-tasks.ts';
import { preparationApp } from '../../functions/preparation/routes.ts';
import { moveDoor } from '../../functions/sessions/port/door.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { actorOf, ask, contextOver } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { doorOf, local } from './booked-office.ts';
import { booked, everyNoticeIn, newNoticeOffice, textOf, type NoticeOffice } from './office.ts';

/** What somebody of a case has to do by an hour and is of no session: told at once, chased, and let be once it is done. */

let office: NoticeOffice;
beforeEach(async () => {
  office = await newNoticeOffice();
});

const caseId = () => office.prepared.caseId;
const officer = () => office.prepared.people['support-officer'];
const at = async (instant: string) => {
  office.setNow(instant);
  await repair(office.context);
};
const told = async () =>
  (await everyNoticeIn(office, caseId()))
    .toSorted((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1))
    .map(({ kind, seat }) => `${kind} ${seat}`);

describe('something to do in a case', () => {
  // Friday; due on Thursday a week later, by the clock of Yangon.
  const asked = new Date('2027-03-05T04:00:00.000Z');
  const task = 'feedback#1';
  const put = async (more: object = {}) =>
    office.store.write(
      askToDo(
        {
          caseId: caseId(),
          task,
          personId: officer().personId,
          dueAt: parseInstant('2027-03-18T04:00:00.000Z'),
          ...more,
        },
        asked,
      ),
    );

  test('is told at once, by one message however often it is looked at, which tells nothing of what it is', async () => {
    await put();
    await at('2027-03-05T04:01:00.000Z');
    await at('2027-03-05T04:02:00.000Z');
    expect(await told()).toEqual(['task support-officer']);
    expect(office.post.turns).toHaveLength(1);
    const [mail] = office.post.turns;
    expect(mail?.to).toBe(office.addressOf(officer().personId));
    expect(textOf(mail ?? { mime: '' })).toMatch(/There is something for you to do/);
    expect(textOf(mail ?? { mime: '' })).not.toMatch(/feedback|case|witness|Yangon|Myanmar/i);
  });

  test('is chased on two working days before the hour and on three after it, and no more', async () => {
    await put();
    for (let day = 5; day <= 31; day += 1) {
      const date = `2027-03-${String(day).padStart(2, '0')}`;
      await at(`${date}T04:30:00.000Z`);
      await at(`${date}T05:30:00.000Z`);
    }
    expect(await told()).toEqual([
      'task support-officer',
      ...Array<string>(5).fill('task-due support-officer'),
    ]);
  });

  test('is let be once it is done', async () => {
    await put();
    await at('2027-03-05T04:01:00.000Z');
    await office.store.write([doneWith(caseId(), task)]);
    for (let day = 15; day <= 25; day += 1) await at(`2027-03-${day}T04:30:00.000Z`);
    expect(await told()).toEqual(['task support-officer']);
  });

  test('stands in the log of the case, by seat, and nothing of what it is', async () => {
    await put();
    await at('2027-03-05T04:01:00.000Z');
    const entry = (await entriesIn(office.store, caseId())).at(-1);
    expect(entry).toMatchObject({
      action: 'task.told',
      actor: { system: 'notices' },
      subject: { kind: 'case', ref: caseId() },
      details: { kind: 'task', seat: 'support-officer' },
    });
    expect(JSON.stringify(entry)).not.toContain('feedback');
  });

  test('of somebody who is not of the case is told to nobody', async () => {
    await put({ personId: 'nobody-of-the-case' });
    await at('2027-03-05T04:01:00.000Z');
    expect(await told()).toEqual([]);
  });

  test('a message that the mail service did not take goes out once, later', async () => {
    await put();
    office.post.trouble = () => {
      throw new Error('no');
    };
    await at('2027-03-05T04:01:00.000Z');
    expect(office.post.turns).toHaveLength(0);
    office.post.trouble = () => undefined;
    await at('2027-03-05T04:10:00.000Z');
    await at('2027-03-05T04:20:00.000Z');
    expect(office.post.turns).toHaveLength(1);
  });
});

describe('what is to be done for whoever was heard', () => {
  /** It is over once its hours are, though nobody ended it. */
  test('is told to whoever holds contact when a session is over, and chased until all of it is done', async () => {
    const sessionId = await booked(office, local);
    const over = (await doorOf(office, sessionId)).closesAt;
    const before = await told();
    expect(before).toEqual([]);
    await at(new Date(Date.parse(over) + 5 * 60_000).toISOString());
    expect(await told()).toEqual(['task support-officer']);
    // Two days later the first three are late; a weekend is between.
    await at('2027-04-05T02:31:00.000Z');
    expect((await told()).filter((each) => each === 'task-due support-officer')).toHaveLength(1);
    for (const name of ['transport', 'debrief', 'shelter', 'counselling', 'outcome']) {
      const body = { occasion: sessionId, task: name, state: 'done', note: 'Done.' };
      const path = `/api/preparation/tasks/${caseId()}/${office.prepared.witness}`;
      const app = preparationApp(contextOver(office.store, new Date('2027-04-05T03:00:00.000Z')));
      const answer = await ask(app, actorOf(officer()), 'POST', path, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    }
    const done = await told();
    for (let day = 6; day <= 28; day += 1) await at(`2027-04-${String(day).padStart(2, '0')}T03:31:00.000Z`);
    expect(await told()).toEqual(done);
  });

  test('is told once, also where somebody ends the session after its hours', async () => {
    const sessionId = await booked(office, local);
    const door = await doorOf(office, sessionId);
    await at(new Date(Date.parse(door.closesAt) + 5 * 60_000).toISOString());
    expect(await told()).toEqual(['task support-officer']);
    const endedAt = parseInstant(new Date(Date.parse(door.closesAt) + 20 * 60_000).toISOString());
    await office.store.write([moveDoor(await doorOf(office, sessionId), { status: 'ended', endedAt })]);
    office.setNow(new Date(Date.parse(endedAt) + 60_000).toISOString());
    await syncNotices(office.context, sessionId);
    expect(await told()).toEqual(['task support-officer']);
  });

  test('is told to nobody after a session that was cancelled', async () => {
    const sessionId = await booked(office, local);
    const door = await doorOf(office, sessionId);
    await office.store.write([moveDoor(door, { status: 'cancelled' })]);
    await at(new Date(Date.parse(door.closesAt) + 5 * 60_000).toISOString());
    expect(await told()).toEqual([]);
  });
});

describe('items of the checklist that nobody ticked', () => {
  // An interview on 1 April at 02:30 UTC: two weeks before it is 18 March.
  const of = (kind: string, seat: string) => async () =>
    (await told()).filter((each) => each === `${kind} ${seat}`).length;
  const toClerk = of('task', 'clerk');
  const toOfficer = of('task', 'support-officer');
  const chasedClerk = of('task-due', 'clerk');

  test('are told to whoever can tick them once their phase is due, and not before', async () => {
    await booked(office, local);
    await at('2027-03-18T02:29:00.000Z');
    expect(await told()).toEqual([]);
    await at('2027-03-18T02:31:00.000Z');
    expect((await told()).toSorted()).toEqual(['task clerk', 'task prosecutor', 'task support-officer']);
  });

  test('are chased on working days while they are open, told again in each phase, and never once it has begun', async () => {
    await booked(office, local);
    for (let day = 18; day <= 31; day += 1) {
      await at(`2027-03-${day}T02:31:00.000Z`);
      await at(`2027-03-${day}T08:31:00.000Z`);
    }
    expect(await toClerk()).toBe(3);
    const chased = await chasedClerk();
    expect(chased).toBeGreaterThanOrEqual(5);
    await at('2027-04-01T01:31:00.000Z');
    expect(await toOfficer()).toBe(4);
    await at('2027-04-01T01:46:00.000Z');
    expect(await toOfficer()).toBe(5);
    for (let day = 2; day <= 9; day += 1) await at(`2027-04-0${day}T04:31:00.000Z`);
    // The officer has aftercare now, and of the items nobody hears any more.
    expect([await toOfficer(), await toClerk()]).toEqual([6, 4]);
    expect(await chasedClerk()).toBe(chased);
  });

  test('are let be once they are ticked or do not apply, and whoever has none left is not told', async () => {
    const sessionId = await booked(office, local);
    const app = preparationApp(contextOver(office.store, new Date('2027-03-05T04:00:00.000Z')));
    for (const item of ['legalGates', 'documentsSealed']) {
      const body = { item, state: 'done' };
      const by = actorOf(office.prepared.people.prosecutor);
      expect((await ask(app, by, 'POST', `/api/preparation/${sessionId}/ticks`, body)).status).toBe(201);
    }
    await at('2027-03-18T02:31:00.000Z');
    expect((await told()).toSorted()).toEqual(['task clerk', 'task support-officer']);
  });

  test('of a session that was moved or called off are let be', async () => {
    const sessionId = await booked(office, local);
    await office.store.write([moveDoor(await doorOf(office, sessionId), { status: 'cancelled' })]);
    await at('2027-03-18T02:31:00.000Z');
    expect(await told()).toEqual([]);
  });

  test('of a session that is booked for tomorrow are told at once, by one message each', async () => {
    office.setNow('2027-03-31T02:00:00.000Z');
    await booked(office, local);
    await at('2027-03-31T02:02:00.000Z');
    expect((await told()).toSorted()).toEqual(['task clerk', 'task prosecutor', 'task support-officer']);
  });
});
