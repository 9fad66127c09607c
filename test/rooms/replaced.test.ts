import { describe, expect, it } from 'vitest';
import { evictReplaced } from '../../functions/rooms/evict-replaced.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { faultyStore } from '../support/faulty-store.ts';
import { entriesIn } from '../support/log-entries.ts';
import { pseudonymOf, running, type Hearing } from './hearing.ts';

/** Somebody else is given a seat while its holder is in the room: the door says so, and nobody told the rooms yet. */

const successor = 'I-3333';

async function replaceInterpreter({ memory, sessionId }: Hearing): Promise<void> {
  const door = parseDoor((await memory.get([doorKey(sessionId)]))[0]);
  const seats = door.seats.map((each) =>
    each.seat === 'interpreter' ? { ...each, pseudonym: successor } : each,
  );
  const set = { seats, version: door.version + 1 };
  await memory.write([{ kind: 'update', key: doorKey(sessionId), set, onRefused: 'retry' }]);
}

const roomOf = async (here: Hearing) => {
  const { status, body } = await here.post('prosecutor', 'passes');
  return { status, room: ((body.token as string | undefined) ?? '').split(' ')[0], epoch: body.epoch };
};

const replacedIn = async ({ memory, sessionId }: Hearing) =>
  (await entriesIn(memory, sessionId)).filter(({ action }) => action === 'seat.replaced');

describe('once somebody else has the seat', () => {
  it('there is no pass for whoever had it, and the others’ next one is for a room of their own', async () => {
    const here = await running(['interpreter', 'prosecutor']);
    const before = await roomOf(here);
    await replaceInterpreter(here);
    expect((await here.post('interpreter', 'passes')).body.code).toBe('not-found');
    const after = await roomOf(here);
    expect(after).toMatchObject({ status: 201, epoch: 2 });
    expect(after.room).not.toBe(before.room);
    expect([...here.mediaRooms]).toEqual([after.room]);
  });

  it('the log says who was put out, whose change of the door it was, and that the room is another one', async () => {
    const here = await running(['interpreter', 'prosecutor']);
    await replaceInterpreter(here);
    await evictReplaced(here.context, here.media, here.sessionId);
    expect(await replacedIn(here)).toMatchObject([
      {
        authority: { kind: 'rule', ref: 'door version 2' },
        details: { former: [pseudonymOf('interpreter')], epoch: 2 },
      },
    ]);
  });

  it('they are put out once, whoever comes first to do it', async () => {
    const here = await running(['interpreter', 'prosecutor']);
    await replaceInterpreter(here);
    await roomOf(here);
    const rooms = [...here.mediaRooms];
    await evictReplaced(here.context, here.media, here.sessionId);
    expect(await replacedIn(here)).toHaveLength(1);
    expect([...here.mediaRooms]).toEqual(rooms);
  });

  it('a room that was made for the others is gone again when nothing could be written', async () => {
    const here = await running(['interpreter', 'prosecutor']);
    const before = [...here.mediaRooms];
    await replaceInterpreter(here);
    here.breakInto((store) => faultyStore(store, () => 'throttled'));
    await expect(evictReplaced(here.context, here.media, here.sessionId)).rejects.toThrow(
      'ThrottlingException',
    );
    expect([...here.mediaRooms]).toEqual(before);
  });

  it('nothing is done about one who was never there', async () => {
    const here = await running(['prosecutor']);
    const before = await roomOf(here);
    await replaceInterpreter(here);
    expect(await roomOf(here)).toEqual(before);
    expect(await replacedIn(here)).toEqual([]);
  });
});
