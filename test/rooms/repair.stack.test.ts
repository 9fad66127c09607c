import { randomBytes } from 'node:crypto';
import { RoomServiceClient } from 'livekit-server-sdk';
import { describe, expect, it } from 'vitest';
import { closeForDoor } from '../../functions/rooms/close-for-door.ts';
import { liveKit } from '../../functions/rooms/media/media-server.ts';
import { patience } from '../../functions/rooms/presence/presence.ts';
import { repair } from '../../functions/rooms/repair.ts';
import { hearing } from './made-rooms.ts';
import { parseRoom, roomKey, watchedKey } from '../../functions/rooms/store.ts';
import type { Context } from '../../functions/shared/http/call.ts';
import { Refusal } from '../../functions/shared/refusals.ts';
import { send } from '../support/http.ts';
import { bookInterview, expectDone, openGates, room, view, type Interview } from '../support/interview.ts';
import { storeOf } from '../support/office.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

const stack = deployedStack();
const store = storeOf(stack);
const rooms = new RoomServiceClient(stack.liveKit.url, stack.liveKit.apiKey, stack.liveKit.apiSecret);
const media = () => Promise.resolve(liveKit(stack.liveKit));

/** The repair as the clock would wake it, at a time of the test's choice. */
const groundAt = (now: Date): Context => ({
  store,
  now: () => now,
  randomBytes: (length) => randomBytes(length),
  pause: () => Promise.resolve(),
  freshSignInMinutes: 5,
  authenticate: () => Promise.resolve(undefined),
});

const standing = async (sessionId: string) =>
  parseRoom((await store.get([roomKey(sessionId)]))[0], sessionId);
const isWatched = async (sessionId: string) => (await store.get([watchedKey(sessionId)]))[0] !== undefined;

async function opened(): Promise<{ interview: Interview; clerk: { token: string }; name: string }> {
  const interview = await bookInterview(stack);
  const clerk = { token: interview.tokens.clerk };
  await openGates(interview);
  expectDone(await room(interview, clerk, 'opening'));
  return { interview, clerk, name: hearing(await standing(interview.sessionId)) ?? 'no room' };
}

describe('the repair of rooms', () => {
  it('gives everybody a new room when the media server has lost theirs, and enters the loss', async () => {
    const { interview, clerk, name } = await opened();
    await rooms.deleteRoom(name);
    await repair(groundAt(new Date()), media);
    const after = await standing(interview.sessionId);
    expect(after).toMatchObject({ phase: 'open', epoch: 2, retired: [] });
    expect(await rooms.listRooms([hearing(after) ?? ''])).toHaveLength(1);
    expect((await room(interview, clerk, 'passes')).body.epoch).toBe(2);
    expect(JSON.stringify(await entriesOf(stack, interview.sessionId))).toContain('room.lost');
  });

  it('leaves a room alone that is as it should be', async () => {
    const { interview, name } = await opened();
    await repair(groundAt(new Date()), media);
    expect(await standing(interview.sessionId)).toMatchObject({ phase: 'open', epoch: 1, alarms: [] });
    expect(hearing(await standing(interview.sessionId))).toBe(name);
    expect(await isWatched(interview.sessionId)).toBe(true);
  });

  it('takes a room away whose hours are over, although nobody ended it, and watches it no more', async () => {
    const { interview, name } = await opened();
    const late = new Date(Date.now() + 12 * 3_600_000);
    await closeForDoor(groundAt(late), media, interview.sessionId);
    expect(await standing(interview.sessionId)).toMatchObject({ phase: 'closed', retired: [] });
    expect(await rooms.listRooms([name])).toHaveLength(0);
    // What may still be reported of who was there is waited for.
    await repair(groundAt(late), media);
    expect(await isWatched(interview.sessionId)).toBe(true);
    await repair(groundAt(new Date(late.getTime() + 2 * patience + 1)), media);
    expect(await isWatched(interview.sessionId)).toBe(false);
  });

  it('of a cancelled session comes with the change of the door', async () => {
    const { interview, clerk, name } = await opened();
    const path = `/api/sessions/${interview.sessionId}/cancellation`;
    expectDone(
      await send(interview.api, 'POST', path, {
        token: interview.tokens.prosecutor,
        body: { reason: 'witness-unwell' },
      }),
    );
    await expect.poll(() => rooms.listRooms([name]), { timeout: 5000 }).toHaveLength(0);
    expect((await view(interview, clerk)).body).toMatchObject({ phase: 'ended', doorOpen: false });
    expect((await room(interview, clerk, 'passes')).code).toBe('room-ended');
  });

  it('goes on with the others when one cannot be repaired, and says so', async () => {
    const { interview, name } = await opened();
    const other = await opened();
    await Promise.all([rooms.deleteRoom(name), rooms.deleteRoom(other.name)]);
    const first = [interview.sessionId, other.interview.sessionId].sort()[0] ?? '';
    const lost = hearing(await standing(first));
    const real = await media();
    const half = {
      ...real,
      present: async (names: readonly string[]) => {
        if (names.some((one) => one === lost)) throw new Refusal('media-unreachable');
        return real.present(names);
      },
    };
    await expect(repair(groundAt(new Date()), () => Promise.resolve(half))).rejects.toThrow(AggregateError);
    const second = first === interview.sessionId ? other.interview.sessionId : interview.sessionId;
    expect((await standing(first)).epoch).toBe(1);
    expect((await standing(second)).epoch).toBe(2);
  });
});
