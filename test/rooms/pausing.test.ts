import { describe, expect, it } from 'vitest';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { allOpen } from '../support/all-open.ts';
import { pseudonymOf, running, type Hearing } from './hearing.ts';

/** What is entered of a pause that is pressed again, when a room comes back, and whom a new invitation moves. */

const entered = async (here: Hearing) =>
  (await here.actions()).filter((action) => action === 'room.paused' || action === 'room.stopped');
const press = (here: Hearing, seat: 'witness' | 'clerk', kind: 'pause' | 'stop') =>
  here.post(seat, 'pauses', { kind });

describe('a pause', () => {
  it('that is pressed again by the same seat changes nothing and is entered once', async () => {
    const here = await running(['witness', 'prosecutor']);
    expect((await press(here, 'witness', 'pause')).status).toBe(201);
    const before = here.versions();
    expect((await press(here, 'witness', 'pause')).status).toBe(201);
    expect(here.versions()).toEqual(before);
    expect(await entered(here)).toEqual(['room.paused']);
  });

  it('that becomes a stop is entered as a stop, and one of another seat as theirs', async () => {
    const here = await running(['witness', 'prosecutor']);
    await press(here, 'witness', 'pause');
    await press(here, 'witness', 'stop');
    await press(here, 'clerk', 'pause');
    expect(await entered(here)).toEqual(['room.paused', 'room.stopped', 'room.paused']);
    // The room comes back when both have said so.
    expect((await here.post('clerk', 'resumptions')).status).toBe(201);
    expect([...here.mediaRooms]).toEqual([]);
    expect((await here.post('witness', 'resumptions')).status).toBe(201);
    expect(here.mediaRooms.size).toBe(1);
  });

  it('after the room went on is a pause anew', async () => {
    const here = await running(['witness']);
    await press(here, 'witness', 'pause');
    await here.post('witness', 'resumptions');
    await press(here, 'witness', 'pause');
    expect(await entered(here)).toEqual(['room.paused', 'room.paused']);
    expect([...here.mediaRooms]).toEqual([]);
  });
});

describe('who may halt', () => {
  const named = (here: Hearing, mayHalt: string[]) =>
    here.memory.write([
      { kind: 'update', key: doorKey(here.sessionId), set: { mayHalt }, onRefused: 'retry' },
    ]);

  it('beside those who always may is whom the plan of whoever is heard names, and their page says so', async () => {
    const here = await running(['witness', 'prosecutor', 'interpreter']);
    for (const seat of ['prosecutor', 'interpreter'] as const) {
      expect(await here.post(seat, 'pauses', { kind: 'stop' })).toMatchObject({
        status: 403,
        body: { code: 'not-your-role' },
      });
      expect((await here.view(seat)).body.mayPause).toBeUndefined();
    }
    expect(here.mediaRooms.size).toBe(1);
    await named(here, ['interpreter']);
    expect((await here.view('interpreter')).body.mayPause).toBe(true);
    expect((await here.post('prosecutor', 'pauses', { kind: 'stop' })).status).toBe(403);
    expect((await here.post('interpreter', 'pauses', { kind: 'stop' })).status).toBe(201);
    expect([...here.mediaRooms]).toEqual([]);
    expect((await here.post('interpreter', 'resumptions')).status).toBe(201);
    expect(here.mediaRooms.size).toBe(1);
  });
});

describe('a room that was taken away', () => {
  const setDoor = ({ memory, sessionId }: Hearing, set: Record<string, unknown>) =>
    memory.write([{ kind: 'update', key: doorKey(sessionId), set, onRefused: 'retry' }]);
  const closed = { gates: { ...allOpen, consent: 'refused' } };
  const over = { closesAt: '2026-11-25T03:00:00.000Z' };

  it.each([
    ['the clerk', 'consent was withdrawn', 'clerk', closed, 'gates-closed'],
    ['the witness, who does not learn why,', 'consent was withdrawn', 'witness', closed, 'room-not-open'],
    ['the clerk', 'the hours are over', 'clerk', over, 'outside-window'],
  ] as const)('does not come back for %s once %s', async (_who, _why, seat, set, code) => {
    const here = await running(['witness', 'prosecutor']);
    await press(here, seat, 'pause');
    await setDoor(here, set);
    const before = here.versions();
    expect((await here.post(seat, 'resumptions')).body.code).toBe(code);
    expect([...here.mediaRooms]).toEqual([]);
    expect(here.versions()).toEqual(before);
  });
});

describe('a new invitation', () => {
  const invite = (here: Hearing) =>
    here.post('clerk', 'invitations', { seat: 'interpreter', language: 'my' });

  it('gives everybody another room where its holder is in it, and puts the holder out', async () => {
    const here = await running(['interpreter', 'prosecutor']);
    const before = [...here.mediaRooms];
    expect((await invite(here)).status).toBe(201);
    expect(here.mediaRooms.size).toBe(1);
    expect([...here.mediaRooms]).not.toEqual(before);
    const { body } = await here.view('clerk');
    const seats = body.seats as { pseudonym: string; state: string }[];
    expect(seats.find(({ pseudonym }) => pseudonym === pseudonymOf('interpreter'))?.state).not.toBe(
      'admitted',
    );
  });

  it('leaves the room as it is where its holder is not', async () => {
    const here = await running(['prosecutor']);
    const before = [...here.mediaRooms];
    expect((await invite(here)).status).toBe(201);
    expect([...here.mediaRooms]).toEqual(before);
    expect((await here.view('clerk')).body.epoch).toBe(1);
  });
});
