import { beforeEach, describe, expect, test } from 'vitest';
import { usualDueRules } from '../../functions/notices/due-rules.ts';
import { noticesApp } from '../../functions/notices/routes.ts';
import { tell } from '../../functions/notices/tell.ts';
import type { Person } from '../../functions/directory/actor.ts';
import { doorKey, moveDoor, parseDoor } from '../../functions/sessions/door.ts';
import { actorOf, ask, enterPerson, groundOver, type Told } from '../support/in-process.ts';
import { cancel, nameOfficer, now } from '../sessions/scene.ts';
import { booked, newNoticeOffice, type NoticeOffice } from './office.ts';

const local = '2027-04-01T09:30';
let office: NoticeOffice;
let sessionId: string;
beforeEach(async () => {
  office = await newNoticeOffice();
  sessionId = await booked(office, local);
});

const get = (viewer: Person, path: string, when = now): Promise<Told> =>
  ask(noticesApp(groundOver(office.store, when), usualDueRules), actorOf(viewer), 'GET', path);
const list = (viewer: Person, when = now) => get(viewer, `/api/notices?sessionId=${sessionId}`, when);
const preview = (viewer: Person, more: string) =>
  get(viewer, `/api/notices/preview?sessionId=${sessionId}&${more}`);

interface Row {
  readonly seat: string;
  readonly kind: string;
  readonly state?: string;
  readonly through?: string;
  readonly subject: string;
  readonly text: string;
}
const rows = ({ body }: Told): readonly Row[] => body.notices as Row[];
const named = (told: Told): string[] =>
  rows(told)
    .map(({ kind, seat, state = '' }) => `${state} ${kind} ${seat}`.trim())
    .toSorted();

describe('the list', () => {
  test('says what was sent and what will be, in the order of its time', async () => {
    const { status, body } = await list(office.scene.people.prosecutor);
    expect(status).toBe(200);
    const due = (body.notices as { dueAt: string }[]).map(({ dueAt }) => dueAt);
    expect(due).toEqual(due.toSorted());
    const said = named({ status, body });
    expect(said.filter((row) => row.startsWith('sent'))).toEqual([
      'sent confirmation clerk',
      'sent confirmation interpreter',
      'sent confirmation prosecutor',
      'sent confirmation support-officer',
      'sent confirmation witness',
    ]);
    expect(said.filter((row) => row === 'planned reminder interpreter')).toHaveLength(3);
    expect(said.filter((row) => row === 'planned interpreter-missing clerk')).toHaveLength(5);
  });

  test('plans nothing that is past', async () => {
    const said = named(await list(office.scene.people.prosecutor, new Date('2027-03-30T02:30:00.000Z')));
    expect(said.filter((row) => row === 'planned reminder interpreter')).toHaveLength(1);
    expect(said.filter((row) => row === 'planned interpreter-missing clerk')).toHaveLength(1);
  });

  test('is worded in the reader’s language and keeps addresses to itself', async () => {
    const clerk = { ...office.scene.people.clerk, language: 'th' };
    const { body } = await list(clerk);
    expect(JSON.stringify(body)).toContain('นัดหมาย');
    expect(JSON.stringify(body)).not.toMatch(/@|Appointment/);
    expect(JSON.stringify(body)).not.toContain(office.scene.people.clerk.personId);
  });

  test('gives the witness’s time by her clock only to those who may know where she is', async () => {
    const { people } = office.scene;
    const hers = async (viewer: Person) => rows(await list(viewer)).find(({ seat }) => seat === 'witness');
    for (const knowing of [people['support-officer'], people['attending-officer']])
      expect((await hers(knowing))?.text).toContain('09:00–10:00 (UTC+06:30)');
    for (const other of [people.prosecutor, people.clerk, people.auditor]) {
      const row = await hers(other);
      expect(row?.text).toContain('09:30–10:30 (UTC+07:00)');
      expect(JSON.stringify(row)).not.toContain('06:30');
      expect(row?.through).toBe('support-officer');
    }
  });

  test('hides the clock of whoever is beside her as well', async () => {
    await nameOfficer(office.scene, sessionId);
    await tell(office.ground, sessionId);
    const { people } = office.scene;
    expect(JSON.stringify(rows(await list(people.prosecutor)))).not.toContain('UTC+06:30');
    const own = rows(await list(people['attending-officer'])).find(
      ({ seat }) => seat === 'attending-officer',
    );
    expect(own?.text).toContain('UTC+06:30');
  });

  test('speaks of a change of hidden clocks to nobody who may not know of it', async () => {
    // A witness in a zone with summer time: that her clocks change would tell where she is.
    const [item] = await office.store.get([
      { table: 'cases', pk: `case#${office.scene.caseId}`, sk: 'witness' },
    ]);
    if (item === undefined) throw new Error('No witness.');
    await office.store.write([
      { kind: 'put', table: 'cases', item: { ...item, zone: 'Europe/Berlin' }, onRefused: 'retry' },
    ]);
    const door = parseDoor((await office.store.get([doorKey(sessionId)]))[0]);
    const span = { start: '2027-04-02T02:30:00.000Z', end: '2027-04-02T03:30:00.000Z' };
    await office.store.write([moveDoor(door, span)]);
    await tell(office.ground, sessionId);
    const { people } = office.scene;
    expect(named(await list(people['support-officer']))).toContain('planned clock-change witness');
    const others = await list(people.prosecutor);
    expect(named(others).filter((row) => row.includes('clock-change witness'))).toEqual([]);
    for (const { seat, text } of rows(others)) if (seat === 'witness') expect(text).not.toContain('clocks');
  });

  test('of a meeting in which nobody is heard is for those alone who have a seat in it', async () => {
    const door = parseDoor((await office.store.get([doorKey(sessionId)]))[0]);
    const { people } = office.scene;
    const seats = door.seats.filter(({ seat }) => seat === 'clerk');
    await office.store.write([moveDoor(door, { seats })]);
    expect(await list(people.clerk)).toMatchObject({ status: 200 });
    expect(await list(people.prosecutor)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await preview(people.prosecutor, 'change=cancel')).toMatchObject({ status: 404 });
  });

  test('is not there for somebody of another case, exactly like that of a session that is not', async () => {
    const stranger = await enterPerson(office.store, 'prosecutor');
    const foreign = await list(stranger);
    expect(foreign).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const missing = await get(stranger, `/api/notices?sessionId=${'0'.repeat(26)}`);
    expect({ ...(foreign.body as object), request: '' }).toEqual({
      ...(missing.body as object),
      request: '',
    });
  });
});

describe('the preview', () => {
  test('of a cancellation says what would be sent, and sends nothing', async () => {
    const before = new Map(office.store.items);
    const told = await preview(office.scene.people.prosecutor, 'change=cancel');
    expect(named(told)).toEqual([
      'cancellation clerk',
      'cancellation interpreter',
      'cancellation prosecutor',
      'cancellation support-officer',
      'cancellation witness',
    ]);
    expect(new Map(office.store.items)).toEqual(before);
    expect(office.post.sent).toHaveLength(5);
  });

  test('of a move says both times, and is what is then sent', async () => {
    const { people } = office.scene;
    const told = await preview(people.prosecutor, 'change=move&start=2027-04-08T02:30:00Z&minutes=90');
    const row = rows(told).find(({ seat }) => seat === 'interpreter');
    expect(row?.text).toContain(
      'Before: Thursday 1 April 2027, 13:30–14:30 (UTC+11:00)\nTime: Thursday 8 April 2027, 12:30–14:00 (UTC+10:00)',
    );
    const door = parseDoor((await office.store.get([doorKey(sessionId)]))[0]);
    await office.store.write([
      moveDoor(door, { start: '2027-04-08T02:30:00.000Z', end: '2027-04-08T04:00:00.000Z' }),
    ]);
    await tell(office.ground, sessionId);
    const after = rows(await list(people.prosecutor)).filter(({ kind }) => kind === 'change');
    const said = (given: readonly Row[]) =>
      given.map(({ seat, subject, text }) => `${seat} ${subject} ${text}`).toSorted();
    expect(said(after)).toEqual(said(rows(told)));
  });

  test('of a move keeps the length unless told otherwise', async () => {
    const told = await preview(office.scene.people.clerk, 'change=move&start=2027-04-08T02:30:00Z');
    expect(rows(told).find(({ seat }) => seat === 'clerk')?.text).toContain('09:30–10:30');
  });

  test.each([
    ['change=move', 400, 'invalid-request'],
    ['change=move&start=2027-02-28T02:30:00Z', 422, 'time-not-possible'],
    ['change=move&start=2027-04-31T02:30:00Z', 400, 'invalid-request'],
    ['change=move&start=2027-04-08T02:30:00Z&minutes=4', 400, 'invalid-request'],
    ['change=move&start=2050-04-08T02:30:00Z', 422, 'time-not-possible'],
    ['change=sell', 400, 'invalid-request'],
    ['change=cancel&more=1', 400, 'invalid-request'],
    ['', 400, 'invalid-request'],
  ])('%s is refused', async (query, status, code) => {
    expect(await preview(office.scene.people.prosecutor, query)).toMatchObject({ status, body: { code } });
  });

  test('of a session that is over is refused', async () => {
    await cancel(office.scene, sessionId);
    expect(await preview(office.scene.people.prosecutor, 'change=cancel')).toMatchObject({
      status: 410,
      body: { code: 'room-ended' },
    });
  });

  test('is not there for somebody of another case', async () => {
    const stranger = await enterPerson(office.store, 'clerk');
    expect(await preview(stranger, 'change=cancel')).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  });
});
