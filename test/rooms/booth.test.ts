import { expect, test } from 'vitest';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import type { Actor } from '../../functions/shared/access/roles.ts';
import { ask } from '../support/in-process.ts';
import { bench, device, hearing, pseudonymOf } from './hearing.ts';
import { machinesCarry } from './machines/turns.ts';

test('two who interpret in the hearing have a booth, with a pass for a voice; nobody else has, and it goes with one of them', async () => {
  const here = await hearing(undefined, bench, 'testimony');
  const key = doorKey(here.sessionId);
  const [door] = await here.memory.get([key]);
  const { table, pk, sk } = key;
  const seats = [...parseDoor(door).seats, { seat: 'interpreter', pseudonym: 'I-4444' }];
  await here.memory.write([{ kind: 'put', table, item: { ...door, pk, sk, seats }, onRefused: 'retry' }]);
  const names = [pseudonymOf('interpreter'), 'I-4444'] as const;
  const path = `/api/rooms/${here.sessionId}`;
  const as = (seatId: string): Actor => ({
    kind: 'guest',
    sessionId: here.sessionId,
    seatId,
    role: 'interpreter',
    deviceId: `device-of-${seatId}`,
  });
  const post = (seatId: string, verb: string, body: object) =>
    ask(here.app, as(seatId), 'POST', `${path}/${verb}`, body);
  const placesOf = async (seatId: string) =>
    ((await ask(here.app, as(seatId), 'GET', path)).body.places as { room: string }[]).map(
      ({ room }) => room,
    );

  await here.post('judge', 'opening');
  for (const pseudonym of names) {
    expect((await post(pseudonym, 'arrivals', device)).status).toBe(201);
    const admitted = await here.post('judge', 'admissions', { seat: 'interpreter', pseudonym });
    expect(admitted.status).toBe(201);
  }
  // Where they wait with whoever is heard they have none.
  for (const each of names) expect(await placesOf(each)).toEqual([`witness-${pseudonymOf('witness')}`]);
  for (const pseudonym of names) await here.post('judge', 'companions', { pseudonym, goesWith: 'court' });
  for (const each of names) expect(await placesOf(each)).toEqual(['hearing', 'booth']);

  const pass = async (room: string) => (await post('I-4444', 'passes', { room })).body.sends as string;
  expect([await pass('booth'), await pass('hearing')]).toEqual(['voice', 'voices-and-picture']);
  for (const seat of ['judge', 'clerk', 'prosecutor'] as const)
    expect((await here.post(seat, 'passes', { room: 'booth' })).status).toBe(409);
  const { relay, observer } = await machinesCarry(here);
  const where = async (machine: typeof relay) => (await machine.turn()).places.map(({ room }) => room);
  expect(await where(observer)).toContain('booth');
  expect(await where(relay)).not.toContain('booth');

  // With the other it is gone, and with whoever is heard, or with the accused, they are in no common one.
  await here.post('judge', 'companions', { pseudonym: 'I-4444' });
  expect(await placesOf(names[0])).toEqual(['hearing']);
  expect((await post('I-4444', 'passes', { room: 'booth' })).status).toBe(409);
});
