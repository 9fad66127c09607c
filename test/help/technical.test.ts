import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey, moveDoor } from '../../functions/sessions/port/door.ts';
import type { Actor } from '../../functions/shared/access/roles.ts';
import { actorOf, ask, enterPerson } from '../support/in-process.ts';
import { entriesIn, logSize } from '../support/log-entries.ts';
import { helped, type Helped } from './pressed.ts';

let here: Helped;
beforeEach(async () => {
  here = await helped();
  const door = await here.door();
  const technician = {
    seat: 'technician',
    pseudonym: 'T-7777',
    personId: here.people.technician.personId,
  } as const;
  await here.store.write([moveDoor(door, { seats: [...door.seats, technician] })]);
});
const post = (by: Actor, rest: string, body: object) => ask(here.api(), by, 'POST', here.road(rest), body);
const get = (by: Actor, rest: string) => ask(here.api(), by, 'GET', here.road(rest));
const asks = (body: object = {}, by: Actor = here.witness) => post(by, 'technical-calls', body);
const technician = () => actorOf(here.people.technician);
const list = async (by: Actor = technician()) => (await get(by, 'technical-calls')).body;
const sees = (state: 'coming' | 'over', by: Actor = technician(), pseudonym = here.prepared.witness) =>
  post(by, 'technical-answers', { pseudonym, state });
const own = async (by: Actor = here.witness) => (await get(by, 'technical-calls/own')).body.help as string;
const entries = async () =>
  (await entriesIn(here.store, here.prepared.caseId)).filter(({ action }) =>
    action.startsWith('help.technical'),
  );

describe('asking for technical help', () => {
  it('is seen by the technician with device and place, by role and pseudonym alone', async () => {
    await ask(here.api(), here.witness, 'POST', `/api/rooms/${here.sessionId}/arrivals`, {
      camera: true,
      microphone: false,
      connection: 'weak',
    });
    expect(await asks({ what: 'sound' })).toMatchObject({ status: 201, body: { help: 'called' } });
    expect(await list()).toEqual({
      phase: 'closed',
      calls: [
        {
          seat: 'witness',
          pseudonym: here.prepared.witness,
          since: '2027-03-02T02:10:00.000Z',
          what: 'sound',
          at: 'waiting',
          device: { camera: true, microphone: false, connection: 'weak' },
        },
      ],
    });
  });

  it('is entered in the case’s log once, and in no session’s', async () => {
    const before = await logSize(here.store, here.sessionId);
    for (const body of [{}, {}, { what: 'line' }, { what: 'sound' }, {}]) await asks(body);
    expect((await entries()).map(({ details }) => details)).toEqual([{}, { what: 'line' }]);
    expect((await list()).calls).toMatchObject([{ what: 'line' }]);
    expect(await logSize(here.store, here.sessionId)).toBe(before);
  });

  it('can everybody with a seat, and nobody without', async () => {
    const officer = actorOf(here.people['support-officer']);
    expect((await asks({}, officer)).body).toEqual({ help: 'called' });
    expect((await asks({}, actorOf(here.people.judge))).status).toBe(404);
    expect((await asks({}, here.guest('accused', 'R-9999'))).status).toBe(404);
    expect(
      (await asks({}, here.guest('witness', here.prepared.witness, '7x7k2q9d1m3n5p8r0s6t7v2w4y'))).status,
    ).toBe(404);
    expect(await list()).toMatchObject({ calls: [{ seat: 'support-officer' }] });
  });

  it('ends with the session', async () => {
    const [item] = await here.store.get([doorKey(here.sessionId)]);
    expect(item).toBeDefined();
    await here.store.write([moveDoor(await here.door(), { status: 'ended' })]);
    expect((await asks()).body).toMatchObject({ code: 'room-ended' });
  });
});

describe('helping', () => {
  it('is told to whoever asked, and entered', async () => {
    await asks();
    expect(await own()).toBe('called');
    expect((await sees('coming')).body.calls).toMatchObject([{ coming: { role: 'technician', mine: true } }]);
    expect(await own()).toBe('coming');
    expect((await sees('over')).body.calls).toEqual([]);
    expect(await own()).toBe('none');
    expect((await entries()).map(({ action, details }) => [action, details['state']])).toEqual([
      ['help.technical-asked', undefined],
      ['help.technical-answered', 'coming'],
      ['help.technical-answered', 'over'],
    ]);
  });

  it('is for the technician, whoever runs the session and the support officer of it, and for nobody else', async () => {
    await asks();
    expect((await list(actorOf(here.people.clerk))).calls).toHaveLength(1);
    expect((await list(actorOf(here.people['support-officer']))).calls).toHaveLength(1);
    for (const role of ['judge', 'prosecutor'] as const)
      expect((await get(actorOf(here.people[role]), 'technical-calls')).status).not.toBe(200);
    const stranger = actorOf(await enterPerson(here.store, 'technician'));
    expect((await get(stranger, 'technical-calls')).status).toBe(404);
    expect((await sees('coming', stranger)).status).toBe(404);
  });

  it('by two shows the second who came first', async () => {
    await asks();
    await sees('coming', actorOf(here.people.clerk));
    expect((await sees('coming')).body.calls).toMatchObject([{ coming: { role: 'clerk', mine: false } }]);
    expect((await sees('over', technician(), 'W-9999')).status).toBe(404);
  });

  it('of one who asks again a minute after they were helped begins anew', async () => {
    await asks();
    await sees('coming');
    expect((await asks()).body).toEqual({ help: 'coming' });
    here.later(60);
    expect((await asks({ what: 'device' })).body).toEqual({ help: 'called' });
    expect((await list()).calls).toMatchObject([{ what: 'device' }]);
    await sees('coming');
    await sees('over');
    expect((await sees('over')).body.calls).toEqual([]);
    expect((await sees('coming')).body).toMatchObject({ code: 'changed-meanwhile' });
  });
});
