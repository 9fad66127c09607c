import { describe, expect, it } from 'vitest';
import { deleteRetiredRooms } from '../../functions/rooms/media/delete-retired-rooms.ts';
import type { MediaServer } from '../../functions/rooms/media/media-server.ts';
import { Refusal } from '../../functions/shared/refusals.ts';
import { patience } from '../../functions/rooms/presence/presence.ts';
import { repair } from '../../functions/rooms/repair.ts';
import { watchedKey } from '../../functions/rooms/store.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { faultyStore, type Fault } from '../support/faulty-store.ts';
import { entriesIn } from '../support/log-entries.ts';
import { mediaInMemory } from '../support/media-in-memory.ts';
import { running, type Hearing } from './hearing.ts';

/** What the sweep finishes that a crash or an outage left undone, on the store in memory. */

const sweep = ({ context, media }: Hearing) => repair(context, media);
const isWatched = async ({ memory, sessionId }: Hearing) =>
  (await memory.get([watchedKey(sessionId)]))[0] !== undefined;
const roomItem = ({ memory }: Hearing) => [...memory.items.values()].find(({ sk }) => sk === 'room');
const lost = async ({ memory, sessionId }: Hearing) =>
  (await entriesIn(memory, sessionId)).filter(
    ({ action }) => action === 'room.lost' || action === 'room.renewed',
  );
const cancel = ({ memory, sessionId }: Hearing) =>
  memory.write([
    { kind: 'update', key: doorKey(sessionId), set: { status: 'cancelled', version: 2 }, onRefused: 'retry' },
  ]);

describe('the sweep', () => {
  it('leaves a room alone that is as it should be', async () => {
    const here = await running(['witness', 'prosecutor']);
    const before = [...here.mediaRooms];
    expect(await sweep(here)).toEqual({ looked: 1, repaired: 0 });
    expect([...here.mediaRooms]).toEqual(before);
    expect([await lost(here), await isWatched(here)]).toEqual([[], true]);
  });

  it('gives a room anew that the media server has lost, once, and everybody in it keeps their place', async () => {
    const here = await running(['witness', 'prosecutor']);
    const [gone] = here.mediaRooms;
    here.mediaRooms.clear();
    expect(await sweep(here)).toEqual({ looked: 1, repaired: 1 });
    expect(await sweep(here)).toEqual({ looked: 1, repaired: 0 });
    expect(here.mediaRooms.size).toBe(1);
    expect([...here.mediaRooms]).not.toContain(gone);
    expect(await lost(here)).toMatchObject([
      { action: 'room.lost', details: { epoch: 1 } },
      { action: 'room.renewed', actor: { system: 'rooms' }, details: { epoch: 2 } },
    ]);
    const { body } = await here.view('witness');
    expect([body.phase, body.epoch, body.myState]).toEqual(['open', 2, 'admitted']);
  });

  it('leaves no room behind that it made for one that was lost, when nothing could be written', async () => {
    const here = await running(['witness']);
    here.mediaRooms.clear();
    here.breakInto((store) => faultyStore(store, () => 'throttled'));
    await expect(sweep(here)).rejects.toThrow('some rooms could not be repaired');
    expect([...here.mediaRooms]).toEqual([]);
  });

  it('makes no room for one that is paused', async () => {
    const here = await running(['witness']);
    await here.post('witness', 'pauses', { kind: 'pause' });
    expect(await sweep(here)).toEqual({ looked: 1, repaired: 0 });
    expect([[...here.mediaRooms], await lost(here)]).toEqual([[], []]);
  });

  it('takes away the room of a door that closed unseen, and then watches the session no more', async () => {
    const here = await running(['witness']);
    await cancel(here);
    await sweep(here);
    expect([...here.mediaRooms]).toEqual([]);
    // What the media server may still report of who was there is waited for.
    expect(await isWatched(here)).toBe(true);
    here.forward(2 * patience + 1);
    await sweep(here);
    expect(await isWatched(here)).toBe(false);
    expect(await sweep(here)).toEqual({ looked: 0, repaired: 0 });
  });

  it('goes on watching a session that is over until its last room is gone, and says that it failed', async () => {
    const here = await running(['witness']);
    await cancel(here);
    const away: MediaServer = {
      ...mediaInMemory(here.mediaRooms),
      takeRoomAway: () => Promise.reject(new Error('the media server is away')),
    };
    await expect(repair(here.context, async () => away)).rejects.toThrow('some rooms could not be repaired');
    expect([await isWatched(here), here.mediaRooms.size]).toEqual([true, 1]);
    expect(roomItem(here)?.['retired']).toEqual([...here.mediaRooms]);
    here.forward(2 * patience + 1);
    await sweep(here);
    expect([await isWatched(here), here.mediaRooms.size]).toEqual([false, 0]);
  });

  it('says so where the media server does not refuse a room that is not there, and still repairs', async () => {
    const here = await running(['witness']);
    const [gone] = here.mediaRooms;
    here.mediaRooms.clear();
    const broken: MediaServer = {
      ...mediaInMemory(here.mediaRooms),
      refusesAbsentRoom: () => Promise.reject(new Error('no answer')),
    };
    await expect(repair(here.context, async () => broken)).rejects.toThrow(
      'some rooms could not be repaired',
    );
    expect(here.mediaRooms.size).toBe(1);
    expect([...here.mediaRooms]).not.toContain(gone);
  });
});

describe('a media server that was killed and is up again', () => {
  it('has another room for whoever asks first, once, and nobody is let in anew', async () => {
    const here = await running(['witness', 'prosecutor', 'interpreter']);
    const [gone] = here.mediaRooms;
    here.mediaRooms.clear();
    const seats = ['witness', 'prosecutor', 'interpreter', 'clerk'] as const;
    const passes = await Promise.all(seats.map((seat) => here.post(seat, 'passes')));
    expect(passes.map(({ status, body }) => [status, body.epoch])).toEqual(seats.map(() => [201, 2]));
    expect(here.mediaRooms.size).toBe(1);
    const [room = ''] = here.mediaRooms;
    expect(room).not.toBe(gone);
    for (const { body } of passes) expect(body.token).toContain(room);
    expect(await lost(here)).toMatchObject([
      { action: 'room.lost', details: { epoch: 1 } },
      { action: 'room.renewed', details: { epoch: 2 } },
    ]);
    const actions = await here.actions();
    expect(actions.filter((action) => action === 'seat.admitted')).toHaveLength(3);
    expect(actions).not.toContain('seat.removed');
  });

  it('and is not up yet: no pass, no entry, nothing counted; whoever asks is told that it is not reached', async () => {
    const here = await running(['witness']);
    const before = here.versions();
    const down: MediaServer = {
      ...mediaInMemory(here.mediaRooms),
      present: () => Promise.reject(new Refusal('media-unreachable')),
    };
    here.mediaIs(down);
    for (let asked = 0; asked < 20; asked += 1)
      expect((await here.post('witness', 'passes')).body.code).toBe('media-unreachable');
    expect(here.versions()).toEqual(before);
    here.mediaIs(undefined);
    expect((await here.post('witness', 'passes')).status).toBe(201);
    expect(await lost(here)).toEqual([]);
  });

  it('is no way back for whoever was put out meanwhile', async () => {
    const here = await running(['witness', 'prosecutor']);
    await here.post('clerk', 'removals', { seat: 'prosecutor' });
    here.mediaRooms.clear();
    expect((await here.post('prosecutor', 'passes')).body.code).toBe('not-admitted');
    expect(await lost(here)).toEqual([]);
  });
});

describe('rooms that are to be gone', () => {
  it('are struck off the list once the media server has confirmed, and any number of times does the same', async () => {
    const here = await running(['witness']);
    await here.memory.write([
      {
        kind: 'update',
        key: { table: 'rooms', pk: `session#${here.sessionId}`, sk: 'room' },
        set: { retired: ['one', 'two'] },
        onRefused: 'retry',
      },
    ]);
    here.mediaRooms.add('one').add('two').add('spare');
    const remove = (...made: string[]) =>
      deleteRetiredRooms(here.memory, here.media, here.sessionId, new Set(made));
    const version = roomItem(here)?.['version'] as number;
    expect(await remove('spare')).toBe(3);
    expect(here.mediaRooms.size).toBe(1);
    expect(roomItem(here)).toMatchObject({ retired: [], version: version + 1 });
    expect(await remove()).toBe(0);
    // One that was made and came to be the room stays.
    expect(await remove(...here.mediaRooms)).toBe(0);
    expect(here.mediaRooms.size).toBe(1);
    expect(roomItem(here)).toMatchObject({ version: version + 1 });
  });

  it('are taken away once each, also one that was made for a step which another followed already', async () => {
    const here = await running(['witness']);
    const key = { table: 'rooms', pk: `session#${here.sessionId}`, sk: 'room' };
    await here.memory.write([
      { kind: 'update', key, set: { retired: ['one', 'spare'] }, onRefused: 'retry' },
    ]);
    const taken: string[] = [];
    const media: MediaServer = {
      ...mediaInMemory(here.mediaRooms),
      takeRoomAway: async (name) => void taken.push(name),
    };
    expect(await deleteRetiredRooms(here.memory, async () => media, here.sessionId, new Set(['spare']))).toBe(
      2,
    );
    expect(taken).toEqual(['one', 'spare']);
  });

  it('stay on the list when it could not be written, and only that somebody else moved the room is no fault', async () => {
    const here = await running(['witness']);
    const key = { table: 'rooms', pk: `session#${here.sessionId}`, sk: 'room' };
    await here.memory.write([{ kind: 'update', key, set: { retired: ['one'] }, onRefused: 'retry' }]);
    const removed = (trouble: Fault) =>
      deleteRetiredRooms(
        faultyStore(here.memory, () => trouble),
        here.media,
        here.sessionId,
      );
    await expect(removed('throttled')).rejects.toThrow('ThrottlingException');
    expect(await removed('conflict')).toBe(1);
    expect(roomItem(here)).toMatchObject({ retired: ['one'] });
  });
});
