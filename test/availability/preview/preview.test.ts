import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { actorOf, ask, enterPerson, type Told } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { enterRoom } from '../../support/calendars.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { bookWith, inFull } from '../../support/session-verbs.ts';

/** What a time would mean, for each kind of session, before anything is booked. */

let prepared: PreparedCase;
beforeEach(async () => {
  prepared = await prepareCase(memoryStore());
});

const look = (brief: Record<string, unknown>, by: Person, at: PreparedCase = prepared): Promise<Told> => {
  const { pre, post, minutes = 60, ...rest } = brief as { pre?: number; post?: number; minutes?: number };
  const main = minutes - (pre ?? 0) - (post ?? 0);
  const segments = [
    ...(pre === undefined ? [] : [{ kind: 'pre', at: 0, minutes: pre }]),
    { kind: 'main', at: pre ?? 0, minutes: main },
    ...(post === undefined ? [] : [{ kind: 'post', at: minutes - post, minutes: post }]),
  ];
  const booker = by.role === 'central-authority' ? by : at.people.prosecutor;
  const asked = { caseId: at.caseId, zone: 'Asia/Bangkok', local: '2027-03-02T09:00', segments, ...rest };
  return ask(at.app, actorOf(by), 'POST', '/api/availability/preview', inFull(at, asked, booker));
};
type Row = { seat: string; availability?: string; time?: { local: string }; needed?: { start: string } };
const seatsOf = (day: { seats: Row[] }) => day.seats.map(({ seat }) => seat);
const idOf = (role: keyof PreparedCase['people']) => prepared.people[role].personId;

describe('the seats of a preview', () => {
  it('are those of the kind, as far as they are chosen', async () => {
    const { prosecutor, 'support-officer': supporter } = prepared.people;
    const visit = await look(
      {
        kind: 'preparation-visit',
        seats: { supportOfficer: supporter.personId, interpreter: idOf('interpreter') },
      },
      supporter,
    );
    expect([visit.status, seatsOf(visit.body)]).toEqual([200, ['support-officer', 'witness', 'interpreter']]);
    const rehearsal = await look({ kind: 'rehearsal', seats: { clerk: idOf('clerk') } }, prosecutor);
    expect(seatsOf(rehearsal.body)).toEqual(['prosecutor', 'clerk', 'witness']);
    const deposition = await look({ kind: 'deposition' }, prosecutor);
    expect(seatsOf(deposition.body)).toEqual(['witness', 'attending-officer']);
  });

  it('are each of a team’s, with who of it is free', async () => {
    const partner = await enterPerson(prepared.store, 'interpreter');
    const other = await prepareCase(prepared.store, { interpreter: partner });
    expect((await bookWith(other, '2027-03-02T09:00', {})).status).toBe(201);
    const seats = { interpreter: [idOf('interpreter'), partner.personId] };
    const { body } = await look({ seats, minutes: 120 }, prepared.people.prosecutor);
    const rows = (body.seats as Row[]).filter(({ seat }) => seat === 'interpreter');
    expect(rows.map(({ availability }) => availability)).toEqual(['available', 'booked']);
  });

  it('say when they are needed, where that is not from beginning to end', async () => {
    const query = {
      seats: { clerk: idOf('clerk'), supportOfficer: idOf('support-officer') },
      minutes: 120,
      pre: 30,
      post: 15,
    };
    const { body } = await look(query, prepared.people.prosecutor);
    const [prosecutor, clerk, supporter, witness] = body.seats as Row[];
    const main = { start: '2027-03-02T02:30:00.000Z', end: '2027-03-02T03:45:00.000Z' };
    expect([prosecutor?.needed, clerk?.needed, supporter?.needed, witness?.needed]).toEqual([
      main,
      main,
      undefined,
      undefined,
    ]);
    expect(clerk?.time?.local).toBe('2027-03-02T09:30');
    expect([body.start, body.end]).toEqual(['2027-03-02T02:00:00.000Z', '2027-03-02T04:00:00.000Z']);
  });

  it('never show the support officer’s place or hers to the prosecutor, whatever the kind', async () => {
    const query = { kind: 'preparation-visit', seats: { supportOfficer: idOf('support-officer') } };
    const { body } = await look(query, prepared.people.prosecutor);
    for (const row of body.seats as Row[]) expect([row.seat, row.time]).toEqual([row.seat, undefined]);
    const own = await look(query, prepared.people['support-officer']);
    expect((own.body.seats as Row[]).map(({ time }) => time?.local)).toEqual([
      expect.any(String),
      '2027-03-02T08:30',
    ]);
  });
});

describe('further days', () => {
  it('each have their own time and who is free on it, rooms too', async () => {
    const roomId = await enterRoom(prepared.store);
    const { prosecutor } = prepared.people;
    const booked = await bookWith(prepared, '2027-03-03T09:00', { rooms: [roomId] });
    expect(booked.status).toBe(201);
    const { body } = await look(
      {
        seats: { clerk: idOf('clerk') },
        rooms: [roomId],
        moreDays: [{ local: '2027-03-03T09:30' }, { local: '2027-03-04T10:00', offset: '+07:00' }],
      },
      prosecutor,
    );
    const days = [body, ...body.moreDays] as { start: string; seats: Row[]; rooms: object[] }[];
    expect(days.map(({ start }) => start)).toEqual([
      '2027-03-02T02:00:00.000Z',
      '2027-03-03T02:30:00.000Z',
      '2027-03-04T03:00:00.000Z',
    ]);
    const clerk = (of: { seats: Row[] }) => of.seats.find(({ seat }) => seat === 'clerk');
    expect(days.map((day) => clerk(day)?.availability)).toEqual(['available', 'booked', 'available']);
    expect(days.map((day) => clerk(day)?.time?.local)).toEqual([
      '2027-03-02T09:00',
      '2027-03-03T09:30',
      '2027-03-04T10:00',
    ]);
    expect(days.map(({ rooms }) => rooms)).toEqual([
      [{ roomId, availability: 'available' }],
      [{ roomId, availability: 'booked' }],
      [{ roomId, availability: 'available' }],
    ]);
  });
});

describe('a meeting of central authorities', () => {
  it('is previewed by those who may book it, with each of them, and by nobody else', async () => {
    const other = await enterPerson(prepared.store, 'central-authority', {
      country: 'TH',
      zone: 'Asia/Bangkok',
    });
    const of = await prepareCase(prepared.store, {}, [other]);
    const query = { kind: 'central-authority-meeting', seats: { authorities: other.personId } };
    const mine = await look(query, of.people['central-authority'], of);
    expect([mine.status, seatsOf(mine.body)]).toEqual([200, ['central-authority', 'central-authority']]);
    for (const role of ['prosecutor', 'clerk', 'support-officer'] as const) {
      const { status, body } = await look(query, of.people[role], of);
      expect([role, status, body.code]).toEqual([role, 403, 'not-your-role']);
    }
  });
});

describe('what is refused', () => {
  it.each<[string, () => Record<string, unknown>, number, string]>([
    [
      'a seat that the kind has not',
      () => ({ kind: 'preparation-visit', seats: { clerk: idOf('clerk') } }),
      422,
      'seats-not-possible',
    ],
    [
      'the same person twice',
      () => ({ seats: { clerk: idOf('interpreter'), interpreter: idOf('interpreter') } }),
      422,
      'seats-not-possible',
    ],
    ['somebody of another role', () => ({ seats: { clerk: idOf('auditor') } }), 422, 'person-not-suitable'],
    ['a party that the case has not', () => ({ seats: { witness: 'W-2222' } }), 422, 'person-not-suitable'],
    ['parts that leave nothing', () => ({ minutes: 60, pre: 30, post: 30 }), 400, 'invalid-request'],
    [
      'days that overlap',
      () => ({ moreDays: [{ local: '2027-03-02T09:30' }] }),
      422,
      'segments-not-possible',
    ],
    [
      'more than thirty days',
      () => ({ moreDays: [{ local: '2027-04-02T09:00' }] }),
      422,
      'time-not-possible',
    ],
    ['a further day without a form', () => ({ moreDays: [{ local: '2027-03-03' }] }), 400, 'invalid-request'],
    ['an unknown kind', () => ({ kind: 'party' }), 400, 'invalid-request'],
  ])('%s', async (_, brief, status, code) => {
    const told = await look(brief(), prepared.people.prosecutor);
    expect([told.status, told.body.code]).toEqual([status, code]);
  });
});
