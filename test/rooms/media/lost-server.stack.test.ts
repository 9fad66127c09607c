import { dispose } from '@livekit/rtc-node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { liveKit } from '../../../functions/rooms/media/media-server.ts';
import { listener, speaker } from '../../media/people.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { ownMediaServer, type OwnMediaServer } from '../../support/lines/own-media-server.ts';
import { running, type Hearing, type SeatName } from '../hearing.ts';

/** A real media server is killed in the middle of a session, and comes up again without its rooms. */

let server: OwnMediaServer;
let leaving: (() => Promise<void>)[] = [];

beforeAll(async () => {
  server = await ownMediaServer();
});
afterEach(async () => {
  await Promise.all(leaving.map((leave) => leave()));
  leaving = [];
});
afterAll(async () => {
  await dispose();
  await server.close();
});

/** Comes in by the pass that is theirs now; the room's name is in it. */
async function comesIn(here: Hearing, seat: SeatName) {
  const { status, body } = await here.post(seat, 'passes');
  expect([seat, status, body.code]).toEqual([seat, 201, undefined]);
  return { keys: { ...server.keys, pass: body.token as string }, epoch: body.epoch as number };
}

const speaks = async (here: Hearing, seat: SeatName, hertz: number) => {
  const { keys, epoch } = await comesIn(here, seat);
  const made = await speaker(keys, '', seat, { hertz, brightness: 120 });
  leaving.push(made.leave);
  return { ...made, epoch };
};
const listens = async (here: Hearing, seat: SeatName) => {
  const { keys, epoch } = await comesIn(here, seat);
  const made = await listener(keys, '', seat);
  leaving.push(made.leave);
  return { ...made, epoch };
};

describe('a media server that is killed in the middle', () => {
  it('costs nobody their place: another room, both facts entered, nobody let in anew', async () => {
    const here = await running(['witness', 'interpreter'], undefined, {}, liveKit(server.keys));
    await speaks(here, 'witness', 440);
    const before = await listens(here, 'interpreter');
    await vi.waitFor(() => expect(before.hears(440)).toBeGreaterThan(0.05), {
      timeout: 10_000,
      interval: 50,
    });

    await server.kill();
    // While it is down nobody is told that they may come in, and nothing is entered of a room that there is not.
    expect((await here.post('witness', 'passes')).body.code).toBe('media-unreachable');
    await server.start();

    const back = performance.now();
    const [{ epoch }, after] = [await speaks(here, 'witness', 880), await listens(here, 'interpreter')];
    expect([epoch, after.epoch]).toEqual([2, 2]);
    await vi.waitFor(() => expect(after.hears(880)).toBeGreaterThan(0.05), { timeout: 10_000, interval: 50 });
    expect(performance.now() - back).toBeLessThan(10_000);

    const entries = await entriesIn(here.memory, here.sessionId);
    const since = entries.slice(entries.findIndex(({ action }) => action === 'room.lost'));
    expect(since.slice(0, 2)).toMatchObject([
      { action: 'room.lost', actor: { system: 'rooms' }, details: { epoch: 1 } },
      { action: 'room.renewed', actor: { system: 'rooms' }, details: { epoch: 2 } },
    ]);
    expect(since.map(({ action }) => action)).not.toContain('seat.admitted');
    expect((await here.view('witness')).body).toMatchObject({ phase: 'open', epoch: 2, myState: 'admitted' });
  });
});
