import { beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../support/memory-store.ts';
import { bookWith, enterRoom, newScene, read, type Scene } from './scene.ts';

const local = '2027-03-02T09:00';
const yangon = { label: 'Room 7', city: 'Yangon', country: 'MM' } as const;

let scene: Scene;
beforeEach(async () => {
  scene = await newScene(memoryStore());
});

const booked = async (rooms: readonly string[] = [], more: object = {}): Promise<string> => {
  const { status, body } = await bookWith(scene, local, { rooms, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.sessionId as string;
};

describe('the rooms of a session are shown', () => {
  it('with their city, but for that of the witness to those who must not know it', async () => {
    const [court, hers] = [await enterRoom(scene.store), await enterRoom(scene.store, {}, yangon)];
    const shelter = await enterRoom(scene.store, {}, { ...yangon, label: 'Room 8', atProtectedSite: true });
    const sessionId = await booked([court, hers, shelter]);
    const seenBy = async (role: keyof Scene['people']) =>
      (await read(scene, sessionId, scene.people[role])).body.rooms as object[];
    const known = [
      { roomId: court, label: 'Room 1', city: 'Bangkok' },
      { roomId: hers, label: 'Room 7', city: 'Yangon' },
      { roomId: shelter, label: 'Room 8', city: 'Yangon' },
    ];
    expect(await seenBy('support-officer')).toEqual(known);
    expect(await seenBy('attending-officer')).toEqual(known);
    for (const role of ['prosecutor', 'clerk', 'central-authority', 'auditor'] as const)
      expect(await seenBy(role), role).toEqual([
        known[0],
        { roomId: hers, label: 'Room 7' },
        { roomId: shelter, label: 'Room 8' },
      ]);
  });
});
