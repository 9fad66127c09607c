import { holdDoor } from '../sessions/port/door.ts';
import type { requestPass as contract } from './contract.ts';
import { assertNobodyFormer } from './hand-over.ts';
import { mayEnter, passSeconds } from './entering.ts';
import { authorityOf, readScene, stepChanges } from './scene.ts';
import { roomKey } from './store.ts';
import type { Deed } from './deed.ts';

/**
 * Mints a pass. Door and room are held at the versions that were read, and the entry stands, before there is a pass:
 * a withdrawal, a pause or an end that comes first makes this decide anew. Two rounds to the store.
 */
export const requestPass: Deed<typeof contract> = async (call, media) => {
  const { store, randomBytes } = call.ground;
  const server = await media();
  return call.commit(async () => {
    const scene = await readScene(store, call.params.sessionId, call.actor);
    await assertNobodyFormer(call.ground, media, scene);
    const { door, room, me } = scene;
    const allowed = mayEnter(door, room, me, call.now);
    const logged = {
      action: 'pass.minted',
      authority: authorityOf(call.actor),
      details: { epoch: room.epoch, doorVersion: door.version, seconds: passSeconds },
    };
    const changes = stepChanges(
      scene,
      {
        room,
        entries: [logged],
        door: holdDoor(door),
        changes: [
          {
            kind: 'check',
            key: roomKey(room.sessionId),
            when: { version: room.version },
            onRefused: 'retry',
          },
        ],
      },
      { now: call.now, randomBytes },
    );
    // Minted before the commit and thrown away if that fails, so that a repeat of the request gets this very pass.
    const token = await server.mintPass(allowed.roomName, allowed.identity);
    return {
      changes,
      answer: { url: server.publicUrl, token, identity: allowed.identity, epoch: room.epoch },
    };
  });
};
