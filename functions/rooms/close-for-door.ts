import type { Ground } from '../shared/http/mount.ts';
import { commit } from '../shared/store/commit.ts';
import { everyGateOpen, isInWindow, type Door } from '../sessions/port/door.ts';
import type { MediaServer } from './media-server.ts';
import { handOver } from './hand-over.ts';
import { shut, withoutFormer } from './room.ts';
import { readStanding, stepChanges } from './scene.ts';
import { settle } from './settle.ts';

/**
 * A gate was closed, the session cancelled, moved, or its hours are over while people are in the room: the room is taken
 * away. A seat was given to somebody else: whoever had it is put out.
 * Consent that is withdrawn in the middle of an answer comes this way, within seconds of her word.
 */
export async function closeForDoor(
  ground: Ground,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<void> {
  await commit(ground, async () => {
    const now = ground.now();
    const standing = await readStanding(ground.store, sessionId);
    const { door, room } = standing;
    const inUse = room.phase === 'open' || room.phase === 'paused';
    if (!inUse || mayStayOpen(door, now)) return { changes: [], answer: undefined };
    const next = shut(withoutFormer(room, door.seats));
    const entry = {
      action: 'room.closed',
      authority: { kind: 'rule', ref: `door version ${door.version}` },
      actor: { system: 'rooms' },
      details: { epoch: room.epoch, hoursOver: isOver(door, now) },
    } as const;
    const at = { now, randomBytes: ground.randomBytes };
    return { changes: stepChanges(standing, { room: next, entries: [entry] }, at), answer: undefined };
  });
  await settle(ground.store, media, sessionId);
  await handOver(ground, media, sessionId);
}

/** The hours of the rooms are over for good. */
export const isOver = (door: Door, now: Date): boolean => now.toISOString() >= door.closesAt;

const mayStayOpen = (door: Door, now: Date): boolean =>
  door.status === 'booked' && everyGateOpen(door) && isInWindow(door, now);
