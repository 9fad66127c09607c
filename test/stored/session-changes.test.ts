import { describe, expect, test } from 'vitest';
import { openCopy, type Copy } from './copy.ts';
import { as, person, place, session } from './who-is-who.ts';

const clerksTime = async ({ get }: Copy) => {
  const { body } = await get(
    as.clerk,
    'availability/taken?from=2026-12-01T00:00:00.000Z&until=2027-01-10T00:00:00.000Z',
  );
  return (body.taken as { sessionId: string; start: string; held: boolean }[]).map((each) =>
    [each.sessionId, each.start, each.held ? 'held' : 'booked'].join(' '),
  );
};

const logOf = async ({ get }: Copy, who: (typeof as)['clerk'], sessionId: string) => {
  const { body } = await get(who, `custody/logs/${sessionId}/entries`);
  return (body.entries as { entry: { action: string; details: object } }[]).map(({ entry }) => entry);
};

describe('a session that was stored in November 2026 can be', () => {
  test('cancelled: its time is free and its log goes on', async () => {
    const copy = openCopy();
    const told = await copy.post(as.prosecutor, `sessions/${session.moved}/cancellation`, {
      reason: 'not-needed',
    });
    expect(told).toMatchObject({ status: 201, body: { status: 'cancelled' } });
    expect((await clerksTime(copy)).join()).not.toContain(session.moved);
    const log = await logOf(copy, as.clerk, session.moved);
    expect(log.map(({ action }) => action)).toEqual([
      'session.held',
      'session.booked',
      'session.moved',
      'session.length-changed',
      'permission.granted',
      'session.cancelled',
    ]);
  });

  test('confirmed, where it was held', async () => {
    const copy = openCopy();
    expect(await clerksTime(copy)).toContain(`${session.held} 2026-12-07T03:15:00.000Z held`);
    const told = await copy.post(as.prosecutor, `sessions/${session.held}/confirmation`);
    expect(told).toMatchObject({ status: 201, body: { status: 'booked' } });
    const time = await clerksTime(copy);
    expect(time).toContain(`${session.held} 2026-12-07T03:15:00.000Z booked`);
    expect(time).toContain(`${session.held} 2026-12-08T03:15:00.000Z booked`);
  });

  test('not confirmed, where it was held for too long', async () => {
    const told = await openCopy().post(as.prosecutor, `sessions/${session.heldTooLong}/confirmation`);
    expect(told).toMatchObject({ status: 410, body: { code: 'hold-over' } });
  });

  test('restored, where it was cancelled', async () => {
    const copy = openCopy();
    const told = await copy.post(as.prosecutor, `sessions/${session.cancelled}/restoration`);
    expect(told).toMatchObject({
      status: 201,
      body: { status: 'booked', start: '2026-12-14T03:00:00.000Z', sequence: 1 },
    });
    expect(await clerksTime(copy)).toContain(`${session.cancelled} 2026-12-14T03:00:00.000Z booked`);
  });

  test('moved, by the word that was given for it and is used up by it', async () => {
    const copy = openCopy('2026-11-23T07:10:00.000Z');
    const to = { days: [{ local: '2026-12-11T11:00' }], zone: 'Asia/Bangkok' };
    const told = await copy.post(as.secondProsecutor, `sessions/${session.replaced}/move`, to);
    expect(told).toMatchObject({ status: 201, body: { start: '2026-12-11T04:00:00.000Z', sequence: 1 } });
    const log = await logOf(copy, as.secondClerk, session.replaced);
    expect(log.at(-1)).toMatchObject({ action: 'session.moved', details: { approvedBy: 'clerk C-JXPV' } });
    const left = await copy.store.query('sessions', `session#${session.replaced}`, { prefix: 'approval#' });
    expect(left).toEqual([]);
  });

  test('made shorter on each of its days', async () => {
    const copy = openCopy();
    const told = await copy.post(as.prosecutor, `sessions/${session.severalDays}/length`, { minutes: 45 });
    expect(told).toMatchObject({ status: 201, body: { end: '2027-01-21T03:45:00.000Z' } });
  });

  test('given another interpreter, another room and an attending officer', async () => {
    const copy = openCopy();
    const { post } = copy;
    const instead = { seat: 'interpreter', ids: [person.thirdInterpreter], reason: 'ill' };
    const replaced = await post(as.clerk, `sessions/${session.moved}/replacements`, instead);
    expect(replaced.status).toBe(201);
    const rooms = await post(as.secondProsecutor, `sessions/${session.replaced}/rooms`, {
      rooms: [place.bangkok],
    });
    expect(rooms).toMatchObject({ status: 201, body: { roomState: 'booked' } });
    const named = await post(as.authority, `sessions/${session.moved}/attending-officer`, {
      personId: person.attending,
    });
    expect(named.status).toBe(201);
    const { body } = await copy.get(as.clerk, `sessions/${session.moved}`);
    expect(body.seats.map(({ seat, pseudonym }: Record<string, string>) => `${seat} ${pseudonym}`)).toEqual([
      'prosecutor P-CVFQ',
      'clerk C-C69H',
      'support-officer S-PFGK',
      'witness W-KN6N',
      expect.stringMatching(/^interpreter I-(?!H2PN)/),
      'attending-officer A-WK9R',
    ]);
  });

  test('in the way of another: who is booked then cannot be booked twice', async () => {
    const visit = {
      caseId: '52fxf4d10ymqsr9fz532zhesa3',
      kind: 'preparation-visit',
      days: [{ local: '2026-12-17T10:30' }],
      zone: 'Asia/Yangon',
      interpreting: 'not-needed',
      parts: [{ kind: 'main', at: 0, minutes: 30 }],
      seats: [
        { seat: 'support-officer', ids: [person.support] },
        { seat: 'witness', ids: ['W-KN6N'] },
      ],
    };
    const told = await openCopy().post(as.support, 'sessions', visit);
    expect(told).toMatchObject({ status: 409, body: { code: 'already-booked' } });
    const later = await openCopy().post(as.support, 'sessions', {
      ...visit,
      days: [{ local: '2026-12-17T12:30' }],
    });
    expect(later.status).toBe(201);
  });
});

test('what somebody held in November 2026 is let go, and forgotten where it was held too long', async () => {
  const copy = openCopy();
  const held = async () => {
    const [item] = await copy.store.query('sessions', `holder#${person.prosecutor}`);
    const lines = item?.['held'] as { sessionId: string }[] | undefined;
    return lines?.map(({ sessionId }) => sessionId);
  };
  expect(await held()).toEqual([session.heldTooLong, session.held]);
  await copy.post(as.prosecutor, `sessions/${session.held}/cancellation`, { reason: 'other-date' });
  expect(await held()).toEqual([]);
});
