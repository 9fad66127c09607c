import { beforeEach, describe, expect, test } from 'vitest';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { doorKey, moveDoor, parseDoor } from '../../functions/sessions/port/door.ts';
import { enterPerson } from '../support/in-process.ts';
import { now } from '../support/prepared-case.ts';
import { nameOfficer } from '../support/session-verbs.ts';
import { booked, newNoticeOffice, type NoticeOffice } from './office.ts';
import { rows, named } from './rows.ts';
import { getNotices, listNotices, postNotices } from './asking.ts';

const local = '2027-04-01T09:30';
let office: NoticeOffice;
let sessionId: string;
beforeEach(async () => {
  office = await newNoticeOffice();
  sessionId = await booked(office, local);
});

const list = (viewer: Person, when = now) => listNotices(office, sessionId, viewer, when);

const preview = (viewer: Person, change: object) =>
  postNotices(office, viewer, '/api/notices/preview', { sessionId, change });

describe('the list', () => {
  test('says what was sent and what will be, in the order of its time', async () => {
    const { status, body } = await list(office.prepared.people.prosecutor);
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
      // At the host State's permission, the interpreter, and consent and plan.
      'sent your-turn central-authority',
      'sent your-turn clerk',
      'sent your-turn support-officer',
    ]);
    expect(said.filter((row) => row === 'planned reminder interpreter')).toHaveLength(3);
    expect(said.filter((row) => row === 'planned interpreter-missing clerk')).toHaveLength(5);
  });

  test('plans nothing that is past', async () => {
    const said = named(await list(office.prepared.people.prosecutor, new Date('2027-03-30T02:30:00.000Z')));
    expect(said.filter((row) => row === 'planned reminder interpreter')).toHaveLength(1);
    expect(said.filter((row) => row === 'planned interpreter-missing clerk')).toHaveLength(1);
  });

  test('is worded in the reader’s language and keeps addresses to itself', async () => {
    const clerk = { ...office.prepared.people.clerk, language: 'th' };
    const { body } = await list(clerk);
    expect(JSON.stringify(body)).toContain('นัดหมาย');
    expect(JSON.stringify(body)).not.toMatch(/@|Appointment/);
    expect(JSON.stringify(body)).not.toContain(office.prepared.people.clerk.personId);
  });

  test('gives the witness’s time by her clock only to those who may know where she is', async () => {
    const { people } = office.prepared;
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
    await nameOfficer(office.prepared, sessionId);
    await syncNotices(office.context, sessionId);
    const { people } = office.prepared;
    // The host State's authority works in its capital, which everybody knows.
    const hidden = rows(await list(people.prosecutor)).filter(({ seat }) => seat !== 'central-authority');
    expect(hidden.map(({ seat, kind }) => `${seat} ${kind}`)).toContain('support-officer your-turn');
    expect(JSON.stringify(hidden)).not.toContain('UTC+06:30');
    const own = rows(await list(people['attending-officer'])).find(
      ({ seat }) => seat === 'attending-officer',
    );
    expect(own?.text).toContain('UTC+06:30');
  });

  test('speaks of a change of hidden clocks to nobody who may not know of it', async () => {
    // A witness in a zone with summer time: that her clocks change would tell where she is.
    const [item] = await office.store.get([
      { table: 'cases', pk: `case#${office.prepared.caseId}`, sk: `witness#${office.prepared.witness}` },
    ]);
    if (item === undefined) throw new Error('No witness.');
    await office.store.write([
      { kind: 'put', table: 'cases', item: { ...item, zone: 'Europe/Berlin' }, onRefused: 'retry' },
    ]);
    const door = parseDoor((await office.store.get([doorKey(sessionId)]))[0]);
    const span = { start: '2027-04-02T02:30:00.000Z', end: '2027-04-02T03:30:00.000Z' };
    await office.store.write([moveDoor(door, span)]);
    await syncNotices(office.context, sessionId);
    const { people } = office.prepared;
    expect(named(await list(people['support-officer']))).toContain('planned clock-change witness');
    const others = await list(people.prosecutor);
    expect(named(others).filter((row) => row.includes('clock-change witness'))).toEqual([]);
    for (const { seat, text } of rows(others)) if (seat === 'witness') expect(text).not.toContain('clocks');
  });

  test('of a meeting in which nobody is heard is for those alone who have a seat in it', async () => {
    const door = parseDoor((await office.store.get([doorKey(sessionId)]))[0]);
    const { people } = office.prepared;
    const seats = door.seats.filter(({ seat }) => seat === 'clerk');
    await office.store.write([moveDoor(door, { seats, kind: 'central-authority-meeting' })]);
    expect(await list(people.clerk)).toMatchObject({ status: 200 });
    expect(await list(people.prosecutor)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await preview(people.prosecutor, { what: 'cancellation' })).toMatchObject({ status: 404 });
  });

  test('is not there for somebody of another case, exactly like that of a session that is not', async () => {
    const stranger = await enterPerson(office.store, 'prosecutor');
    const foreign = await list(stranger);
    expect(foreign).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const missing = await getNotices(office, stranger, `/api/notices?sessionId=${'0'.repeat(26)}`);
    expect({ ...(foreign.body as object), request: '' }).toEqual({
      ...(missing.body as object),
      request: '',
    });
  });
});
