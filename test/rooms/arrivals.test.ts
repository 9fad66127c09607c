import { describe, expect, it } from 'vitest';
import { mostUses } from '../../functions/rooms/seat-use.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { newKey } from '../support/http.ts';
import { device, hearing, pseudonymOf, running, type Hearing, type SeatName } from './hearing.ts';

const shown = async (here: Hearing, seat: SeatName, to: SeatName = 'clerk') => {
  const { body } = await here.view(to);
  return (body.seats as { pseudonym: string }[]).find(({ pseudonym }) => pseudonym === pseudonymOf(seat));
};

/** A store whose writes are counted, and of which each may be held up. */
function watched() {
  const seen = { writes: 0, before: async () => undefined as unknown };
  const over = (store: Store): Store => ({
    ...store,
    async write(changes) {
      seen.writes += 1;
      const { before } = seen;
      seen.before = async () => undefined;
      await before();
      return store.write(changes);
    },
  });
  return { seen, over };
}

describe('an arrival', () => {
  it('is seen by the clerk and stands in the log, and moves neither room nor door nor head', async () => {
    const here = await running(['prosecutor']);
    await here.actions();
    const before = here.versions();
    expect(await here.arrive('witness', { connection: 'weak' })).toMatchObject({
      status: 201,
      body: { state: 'waiting' },
    });
    expect(here.versions()).toEqual(before);
    expect(await shown(here, 'witness')).toMatchObject({
      state: 'waiting',
      device: { ...device, connection: 'weak' },
    });
    expect((await here.actions()).at(-1)).toBe('seat.arrived');
  });

  it('of whoever is in already keeps them in, and tells the clerk of another device', async () => {
    const here = await running(['witness']);
    expect((await here.arrive('witness', { camera: false })).body).toEqual({ state: 'admitted' });
    expect(await shown(here, 'witness')).toMatchObject({
      state: 'admitted',
      device: { ...device, camera: false },
    });
  });

  it('is how somebody comes in whom the clerk then lets in, also before the room is open', async () => {
    const here = await hearing();
    await here.arrive('witness');
    expect((await here.view('witness')).body).toMatchObject({ phase: 'closed', myState: 'waiting' });
    await here.post('clerk', 'opening');
    expect(await here.post('clerk', 'admissions', { seat: 'witness' })).toMatchObject({ status: 201 });
    expect((await here.view('witness')).body).toMatchObject({ phase: 'open', myState: 'admitted' });
    expect(await here.post('clerk', 'admissions', { seat: 'interpreter' })).toMatchObject({
      body: { code: 'not-waiting' },
    });
  });

  it('from before somebody was put out counts no more, even where it was on its way meanwhile', async () => {
    const { seen, over } = watched();
    const here = await running(['interpreter'], over);
    seen.before = () => here.post('clerk', 'removals', { seat: 'interpreter' });
    await here.arrive('interpreter');
    expect(await shown(here, 'interpreter')).toMatchObject({ state: 'away' });
    expect(await here.post('clerk', 'admissions', { seat: 'interpreter' })).toMatchObject({
      body: { code: 'not-waiting' },
    });
    await here.arrive('interpreter');
    expect(await shown(here, 'interpreter')).toMatchObject({ state: 'waiting' });
  });

  it('stays one at the door when the room is shut, and is refused once it has ended', async () => {
    const here = await running(['interpreter']);
    await here.arrive('witness');
    await here.post('clerk', 'ending');
    expect((await here.arrive('witness')).body.code).toBe('room-ended');
    expect((await here.actions()).at(-1)).toBe('session.ended');
  });

  it('is refused outside the hours, and to whoever has no seat', async () => {
    const here = await hearing();
    const other = await hearing();
    const stranger = { kind: 'guest', sessionId: other.sessionId, seatId: 'W-2222', role: 'witness' };
    const told = await here.app.request(`/api/rooms/${here.sessionId}/arrivals`, {
      method: 'POST',
      headers: {
        'x-actor': JSON.stringify({ ...stranger, deviceId: 'd' }),
        'content-type': 'application/json',
        'idempotency-key': newKey(),
      },
      body: JSON.stringify(device),
    });
    expect(told.status).toBe(404);
    here.forward(-2 * 3_600_000);
    expect((await here.arrive('witness')).body.code).toBe('outside-window');
  });
});

describe('a seat that asks too often', () => {
  const floodDoor = async (here: Hearing, times: number) => {
    const codes: unknown[] = [];
    for (let n = 0; n < times; n += 1) codes.push((await here.arrive('interpreter')).body.code);
    return codes;
  };

  it('is refused beyond its limit, which costs one write a window, and may come again after a minute', async () => {
    const { seen, over } = watched();
    const here = await hearing(over);
    expect(new Set(await floodDoor(here, mostUses.arrivals))).toEqual(new Set([undefined]));
    const before = seen.writes;
    expect(new Set(await floodDoor(here, 30))).toEqual(new Set(['asked-too-often']));
    expect(seen.writes).toBe(before + 1);
    here.forward(59_999);
    expect(await floodDoor(here, 1)).toEqual(['asked-too-often']);
    here.forward(1);
    expect(await floodDoor(here, 1)).toEqual([undefined]);
  });

  it('is told when to come again', async () => {
    const here = await hearing();
    await floodDoor(here, mostUses.arrivals);
    const actor = { kind: 'guest', sessionId: here.sessionId, seatId: 'I-2222', role: 'interpreter' };
    const response = await here.app.request(`/api/rooms/${here.sessionId}/arrivals`, {
      method: 'POST',
      headers: {
        'x-actor': JSON.stringify({ ...actor, deviceId: 'd' }),
        'content-type': 'application/json',
        'idempotency-key': newKey(),
      },
      body: JSON.stringify(device),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
  });

  it('is shown to the clerk, to nobody else, and only for a while', async () => {
    const here = await running(['prosecutor']);
    await floodDoor(here, mostUses.arrivals + 1);
    expect(await shown(here, 'interpreter')).toMatchObject({ asksTooOften: true });
    expect(JSON.stringify((await here.view('prosecutor')).body)).not.toContain('asksTooOften');
    expect(JSON.stringify((await here.view('interpreter')).body)).not.toContain('asksTooOften');
    expect(await shown(here, 'prosecutor')).not.toHaveProperty('asksTooOften');
    const { body } = await here.post('clerk', 'admissions', { seat: 'interpreter' });
    expect(JSON.stringify(body)).toContain('asksTooOften');
    here.forward(120_000);
    expect(await shown(here, 'interpreter')).not.toHaveProperty('asksTooOften');
  });

  it('keeps nobody else from coming, and has what it was answered before answered again', async () => {
    const here = await hearing();
    const key = newKey();
    const first = await here.post('interpreter', 'arrivals', device, key);
    await floodDoor(here, mostUses.arrivals);
    expect(await here.post('interpreter', 'arrivals', device, key)).toEqual(first);
    expect(await here.arrive('witness')).toMatchObject({ status: 201 });
  });

  it('asks for so many passes a minute and no more, each of them entered; what is refused is no use', async () => {
    const { seen, over } = watched();
    const here = await running([], over);
    await here.arrive('witness');
    const before = seen.writes;
    for (let n = 0; n < 2 * mostUses.passes; n += 1)
      expect((await here.post('witness', 'passes')).body.code).toBe('not-admitted');
    expect(seen.writes).toBe(before);
    await here.post('clerk', 'admissions', { seat: 'witness' });
    for (let n = 0; n < mostUses.passes; n += 1)
      expect(await here.post('witness', 'passes')).toMatchObject({ status: 201 });
    expect((await here.post('witness', 'passes')).body.code).toBe('asked-too-often');
    expect(await shown(here, 'witness')).toMatchObject({ asksTooOften: true });
    expect((await here.actions()).filter((action) => action === 'pass.minted')).toHaveLength(mostUses.passes);
    expect(await here.post('clerk', 'passes')).toMatchObject({ status: 201 });
    expect(await here.post('witness', 'pauses', { kind: 'pause' })).toMatchObject({ status: 201 });
    here.forward(60_000);
    await here.post('witness', 'resumptions');
    expect(await here.post('witness', 'passes')).toMatchObject({ status: 201 });
  });

  it('asks many times at once and is counted exactly', async () => {
    const here = await hearing();
    const many = await Promise.all(Array.from({ length: 40 }, () => here.arrive('interpreter')));
    const codes = many.map(({ body }) => body.code as string | undefined);
    expect(codes.filter((code) => code === undefined).length).toBeLessThanOrEqual(mostUses.arrivals);
    expect(new Set(codes)).not.toContain('internal-fault');
    const entered = (await here.actions()).filter((action) => action === 'seat.arrived').length;
    expect(entered).toBe(codes.filter((code) => code === undefined).length);
  });
});
