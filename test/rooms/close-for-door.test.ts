import { describe, expect, it } from 'vitest';
import { closeForDoor } from '../../functions/rooms/close-for-door.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { entriesIn } from '../support/log-entries.ts';
import { hearing, pseudonymOf, running, type Hearing } from './hearing.ts';

/** What becomes of a room whose door moves while people are in it, on the store in memory. */

async function setDoor({ memory, sessionId }: Hearing, set: Record<string, unknown>): Promise<void> {
  const { version } = parseDoor((await memory.get([doorKey(sessionId)]))[0]);
  await memory.write([
    {
      kind: 'update',
      key: doorKey(sessionId),
      set: { ...set, version: version + 1 },
      onRefused: 'retry',
    },
  ]);
}
const close = ({ context, media, sessionId }: Hearing) => closeForDoor(context, media, sessionId);
const phaseOf = async (here: Hearing) => (await here.view('clerk')).body.phase as string;
const closings = async ({ memory, sessionId }: Hearing) =>
  (await entriesIn(memory, sessionId)).filter(({ action }) => action === 'room.closed');

const gatesWithout = async ({ memory, sessionId }: Hearing) => ({
  ...parseDoor((await memory.get([doorKey(sessionId)]))[0]).gates,
  consent: 'refused',
});

describe('a room in use is taken away', () => {
  it('when consent is withdrawn, also out of a pause, and it is entered once', async () => {
    for (const paused of [false, true]) {
      const here = await running(['witness', 'prosecutor']);
      if (paused) await here.post('witness', 'pauses', { kind: 'pause' });
      await setDoor(here, { gates: await gatesWithout(here) });
      await close(here);
      await close(here);
      expect([...here.mediaRooms]).toEqual([]);
      expect(await phaseOf(here)).toBe('closed');
      expect(await closings(here)).toMatchObject([
        { authority: { kind: 'rule', ref: 'door version 2' }, details: { epoch: 1, hoursOver: false } },
      ]);
    }
  });

  it('when the session is cancelled', async () => {
    const here = await running(['witness']);
    await setDoor(here, { status: 'cancelled' });
    await close(here);
    expect([...here.mediaRooms]).toEqual([]);
    expect(await closings(here)).toHaveLength(1);
  });

  it('when its hours are over, and not a moment before', async () => {
    const here = await running(['witness']);
    here.forward(3 * 3_600_000 - 1);
    await close(here);
    expect([[...here.mediaRooms].length, await closings(here)]).toEqual([1, []]);
    here.forward(1);
    await close(here);
    expect([...here.mediaRooms]).toEqual([]);
    expect(await closings(here)).toMatchObject([{ details: { hoursOver: true } }]);
  });

  it('between two of its days, though its hours are not over', async () => {
    const here = await running(['witness']);
    await setDoor(here, {
      windows: [
        { opensAt: '2026-11-25T02:00:00.000Z', closesAt: '2026-11-25T06:00:00.000Z' },
        { opensAt: '2026-11-26T02:00:00.000Z', closesAt: '2026-11-26T06:00:00.000Z' },
      ],
      closesAt: '2026-11-26T06:00:00.000Z',
    });
    await close(here);
    expect(await closings(here)).toEqual([]);
    here.forward(3 * 3_600_000);
    await close(here);
    expect(await closings(here)).toMatchObject([{ details: { hoursOver: false } }]);
  });
});

it('a room whose door still lets people in stays as it is, and so does one that nobody opened', async () => {
  const here = await running(['witness']);
  const before = [...here.mediaRooms];
  await close(here);
  expect([...here.mediaRooms]).toEqual(before);
  expect(await closings(here)).toEqual([]);
  const unopened = await hearing();
  await setDoor(unopened, { status: 'cancelled' });
  await close(unopened);
  expect(await closings(unopened)).toEqual([]);
});

it('whoever lost a seat is put out of the room that stays, and has none in the one that is closed', async () => {
  const seatsWithout = async ({ memory, sessionId }: Hearing) =>
    parseDoor((await memory.get([doorKey(sessionId)]))[0]).seats.map((each) =>
      each.seat === 'interpreter' ? { ...each, pseudonym: 'I-3333' } : each,
    );
  const here = await running(['witness', 'interpreter']);
  const [first] = here.mediaRooms;
  await setDoor(here, { seats: await seatsWithout(here) });
  await close(here);
  expect((await here.actions()).filter((action) => action === 'seat.replaced')).toHaveLength(1);
  expect(here.mediaRooms.has(first ?? '')).toBe(false);
  expect(here.mediaRooms.size).toBe(1);
  const closed = await running(['witness', 'interpreter']);
  await setDoor(closed, { seats: await seatsWithout(closed), status: 'cancelled' });
  await close(closed);
  const room = [...closed.memory.items.values()].find(({ sk }) => sk === 'room');
  expect(room?.['seats']).toMatchObject({
    [pseudonymOf('witness')]: { state: 'waiting' },
    [pseudonymOf('interpreter')]: { state: 'away' },
  });
  expect(await closed.actions()).not.toContain('seat.replaced');
});
