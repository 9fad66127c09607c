import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../functions/directory/port/actor.ts';
import { enterPerson, type Told } from '../support/in-process.ts';
import { bookingOf, inFull } from '../support/session-verbs.ts';
import { booked, newNoticeOffice, type NoticeOffice } from './office.ts';
import { type Row, rows, named } from './rows.ts';
import { listNotices, postNotices } from './asking.ts';

const local = '2027-04-01T09:30';

let office: NoticeOffice;

let sessionId: string;

beforeEach(async () => {
  office = await newNoticeOffice();
  sessionId = await booked(office, local);
});

const list = (viewer: Person) => listNotices(office, sessionId, viewer);

describe('the preview of a booking', () => {
  const seatsOf = () => bookingOf(office.prepared, '').seats;
  const asked = (more: object = {}) => {
    return inFull(office.prepared, { ...bookingOf(office.prepared, '2027-05-06T09:30'), ...more });
  };
  const thought = (viewer: Person, proposal: object) =>
    postNotices(office, viewer, '/api/notices/preview/booking', proposal);

  test('is what is then sent and planned, and changes nothing', async () => {
    const before = new Map(office.store.items);
    const told = await thought(office.prepared.people.prosecutor, asked());
    expect(told.status, JSON.stringify(told.body)).toBe(200);
    expect(new Map(office.store.items)).toEqual(before);
    sessionId = await booked(office, '2027-05-06T09:30');
    for (const viewer of [office.prepared.people.prosecutor, office.prepared.people['support-officer']]) {
      const shown = viewer === office.prepared.people.prosecutor ? told : await thought(viewer, asked());
      const later = await list(viewer);
      const of = (each: Told) =>
        (each.body.notices as (Row & { dueAt: string; pseudonym: string })[])
          .map(({ dueAt, kind, seat, pseudonym, text }) => [dueAt, kind, seat, pseudonym, text].join(' '))
          .toSorted();
      expect(of(shown)).toEqual(of(later));
    }
    expect(named(told).filter((row) => row === 'confirmation witness')).toHaveLength(1);
    expect(named(told).filter((row) => row === 'reminder interpreter')).toHaveLength(3);
  });

  test('tells the place of nobody who must stay hidden', async () => {
    const { people } = office.prepared;
    const hers = async (viewer: Person) =>
      rows(await thought(viewer, asked())).filter(({ seat }) => seat === 'witness');
    expect((await hers(people['support-officer']))[0]?.text).toContain('09:00–10:00 (UTC+06:30)');
    for (const { text } of await hers(people.prosecutor)) expect(text).not.toContain('06:30');
    const others = rows(await thought(people.prosecutor, asked()));
    // Her officer is at a shelter, and is chased by the clock of the capital, which tells nothing.
    expect(others.filter(({ kind }) => kind === 'room-missing')).toHaveLength(5);
    const hidden = others.filter(({ seat }) => seat !== 'central-authority');
    expect(hidden.map(({ seat, kind }) => `${seat} ${kind}`)).toContain('support-officer gate-missing');
    expect(JSON.stringify(hidden)).not.toContain('06:30');
  });

  test('is of several days, of any kind, and of seats as far as they are chosen', async () => {
    const { people, caseId } = office.prepared;
    const visit = inFull(office.prepared, {
      caseId,
      kind: 'preparation-visit',
      local: '2027-05-06T09:30',
      zone: 'Asia/Bangkok',
      moreDays: [{ local: '2027-05-10T13:00' }],
      seats: { supportOfficer: people['support-officer'].personId },
    });
    const told = await thought(people['support-officer'], visit);
    const confirmations = rows(told).filter(({ kind }) => kind === 'confirmation');
    expect(confirmations.map(({ seat }) => seat)).toEqual(['support-officer', 'witness']);
    expect(confirmations[0]?.text).toContain('Thursday 6 May 2027, 09:00–10:00');
    expect(confirmations[0]?.text).toContain('Monday 10 May 2027, 12:30–13:30');
  });

  test('names an interpreter who is new to the case by the seat alone', async () => {
    const fresh = await enterPerson(office.store, 'interpreter');
    const told = await thought(
      office.prepared.people.prosecutor,
      asked({ seats: { ...seatsOf(), interpreter: fresh.personId } }),
    );
    const hers = rows(told).filter(({ seat }) => seat === 'interpreter');
    expect(hers.map(({ kind }) => kind)).toContain('confirmation');
    for (const row of hers) expect(row).not.toHaveProperty('pseudonym');
    expect(JSON.stringify(told.body)).not.toContain(fresh.personId);
  });

  test('is refused for what could not be booked', async () => {
    const { people } = office.prepared;
    const stranger = await enterPerson(office.store, 'clerk');
    expect(
      await thought(people.prosecutor, asked({ seats: { ...seatsOf(), clerk: stranger.personId } })),
    ).toMatchObject({
      status: 422,
      body: { code: 'person-not-suitable' },
    });
    expect(await thought(people.prosecutor, asked({ local: '2027-02-01T09:30' }))).toMatchObject({
      status: 422,
      body: { code: 'time-not-possible' },
    });
    expect(
      await thought(people.prosecutor, asked({ kind: 'central-authority-meeting', seats: {} })),
    ).toMatchObject({
      status: 403,
      body: { code: 'not-your-role' },
    });
    expect(await thought(stranger, asked())).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});
