import { describe, expect, test } from 'vitest';
import { openCopy } from './copy.ts';
import { as, firstCase, person, place, secondCase, session } from './who-is-who.ts';

interface Row {
  readonly sessionId: string;
  readonly status: string;
}

describe('sessions stored in November 2026', () => {
  test('stand in the list of their case, each as it then was', async () => {
    const { get } = openCopy();
    const statuses = async (who: (typeof as)['prosecutor'], caseId: string) => {
      const { body } = await get(who, `sessions?caseId=${caseId}`);
      return (body.sessions as Row[]).map(({ sessionId, status }) => [sessionId, status]);
    };
    expect(await statuses(as.prosecutor, firstCase)).toEqual([
      [session.ended, 'ended'],
      [session.paused, 'ready'],
      [session.heldTooLong, 'expired'],
      [session.held, 'held'],
      [session.moved, 'booked'],
      [session.cancelled, 'cancelled'],
      [session.restored, 'booked'],
      [session.decidedAgainst, 'booked'],
      [session.visit, 'booked'],
      [session.severalDays, 'booked'],
    ]);
    expect(await statuses(as.secondProsecutor, secondCase)).toEqual([
      [session.open, 'ready'],
      [session.replaced, 'booked'],
      [session.rehearsal, 'booked'],
    ]);
  });

  test('a held deposition has its days, its parts and its mode', async () => {
    const { body } = await openCopy().get(as.prosecutor, `sessions/${session.held}`);
    expect(body).toMatchObject({
      kind: 'deposition',
      heldUntil: '2026-11-30T02:03:15.000Z',
      mode: 'simultaneous',
      sequence: 0,
      opensAt: '2026-12-07T02:00:00.000Z',
      closesAt: '2026-12-08T06:30:00.000Z',
      rooms: [{ roomId: place.bangkok, label: 'Video room 1', city: 'Bangkok' }],
    });
    expect(body.days[1]).toEqual({
      local: '2026-12-08T10:00',
      offset: '+07:00',
      parts: [
        { kind: 'pre', start: '2026-12-08T03:00:00.000Z', end: '2026-12-08T03:15:00.000Z' },
        { kind: 'main', start: '2026-12-08T03:15:00.000Z', end: '2026-12-08T04:15:00.000Z' },
        { kind: 'post', start: '2026-12-08T04:15:00.000Z', end: '2026-12-08T04:30:00.000Z' },
      ],
    });
  });

  test('a moved one is where it was moved to, with its new length and its permission', async () => {
    const { body } = await openCopy().get(as.clerk, `sessions/${session.moved}`);
    expect(body).toMatchObject({
      start: '2026-12-08T06:00:00.000Z',
      end: '2026-12-08T06:45:00.000Z',
      sequence: 2,
      roomState: 'missing',
    });
    const gates = (body.gates as { gate: string; state: string }[]).map(
      ({ gate, state }) => `${gate} ${state}`,
    );
    expect(gates.filter((gate) => !gate.endsWith(' open'))).toEqual([
      'attendingOfficer missing',
      'consent missing',
      'riskPlan missing',
      'interpreter missing',
      'rehearsal untested',
    ]);
    expect(gates).toContain('permission open');
  });

  test('a seat that was given to somebody else is theirs', async () => {
    const { body } = await openCopy().get(as.secondProsecutor, `sessions/${session.replaced}`);
    const interpreters = (body.seats as { seat: string }[]).filter(({ seat }) => seat === 'interpreter');
    expect(interpreters).toMatchObject([
      { pseudonym: 'I-RTJT', time: { zone: 'Asia/Phnom_Penh', local: '2026-12-11T10:00' } },
      { pseudonym: 'I-NVDJ', time: { zone: 'Australia/Sydney', local: '2026-12-11T14:00' } },
    ]);
  });

  test('the room of a protected site is shown to her officer, and to others only that there is one', async () => {
    const { get } = openCopy();
    const rooms = async (who: (typeof as)['support']) =>
      (await get(who, `sessions/${session.visit}`)).body.rooms as unknown;
    expect(await rooms(as.support)).toEqual([{ roomId: place.quiet, label: 'Quiet room', city: 'Yangon' }]);
    expect(await rooms(as.prosecutor)).toEqual([{}]);
  });

  test('a meeting in confidence is there for those alone who have a seat', async () => {
    const { get } = openCopy();
    expect((await get(as.prosecutor, `sessions/${session.meeting}`)).status).toBe(404);
    const { body } = await get(as.thaiAuthority, `sessions/${session.meeting}`);
    expect(body).toMatchObject({ status: 'ready', mySeat: 'central-authority', gates: [], rooms: [] });
  });
});

describe('time that was taken in November 2026', () => {
  const span = 'from=2026-12-01T00:00:00.000Z&until=2027-01-20T00:00:00.000Z';

  test('stands in the calendars of people, without what was held too long and what was cancelled', async () => {
    const { body } = await openCopy().get(as.clerk, `availability/taken?${span}`);
    expect(body.taken).toEqual([
      taken('2026-12-07T03:15', '2026-12-07T04:15', session.held, true),
      taken('2026-12-08T03:15', '2026-12-08T04:15', session.held, true),
      taken('2026-12-08T06:00', '2026-12-08T06:45', session.moved),
      taken('2026-12-15T03:00', '2026-12-15T04:00', session.restored),
      taken('2026-12-16T03:00', '2026-12-16T04:00', session.decidedAgainst),
      taken('2027-01-18T03:00', '2027-01-18T04:00', session.severalDays),
      taken('2027-01-19T03:00', '2027-01-19T04:00', session.severalDays),
    ]);
  });

  test('and in those of interpreters and rooms that the clerk keeps', async () => {
    const { get } = openCopy();
    const of = async (what: string) => {
      const { body } = await get(as.clerk, `availability/taken?${what}&${span}`);
      return (body.taken as { start: string }[]).map(({ start }) => start);
    };
    expect(await of(`roomId=${place.bangkok}`)).toEqual([
      '2026-12-07T03:00:00.000Z',
      '2026-12-08T03:00:00.000Z',
    ]);
    expect(await of(`personId=${person.thirdInterpreter}`)).toEqual([
      '2026-12-11T03:00:00.000Z',
      '2026-12-18T10:45:00.000Z',
    ]);
    expect(await of(`personId=${person.secondInterpreter}`)).toEqual([]);
  });
});

const taken = (start: string, end: string, sessionId: string, held = false) => ({
  start: `${start}:00.000Z`,
  end: `${end}:00.000Z`,
  held,
  sessionId,
});
