import type { Actor } from '../shared/access/roles.ts';
import type { Call } from '../shared/http/call.ts';
import { newId } from '../shared/values/ids.ts';
import { assertNobodyFormer } from './evict-replaced.ts';
import type { MediaServer } from './media/media-server.ts';
import type { Room } from './room.ts';
import { askingTooOften } from './seat-use.ts';
import { readSnapshot, stepChanges, type Snapshot, type Step } from './snapshot.ts';
import { deleteRetiredRooms } from './media/delete-retired-rooms.ts';
import { withPauses } from './store.ts';
import { viewOf, type RoomView } from './view.ts';

interface SessionCall extends Pick<Call, 'now' | 'context' | 'commit'> {
  readonly actor: Actor;
  readonly params: { readonly sessionId: string };
}

/** A room that a step may need: its name is known to nobody yet. */
export interface FreshRoom {
  readonly roomName: string;
  readonly randomBytes: (length: number) => Uint8Array;
  /**
   * Makes it at the media server, before the step that names it is committed: a step that was answered with success
   * has its room, and one that fails leaves an empty room that is taken away again.
   */
  readonly make: () => Promise<void>;
}

/**
 * Carries out one step: state, door, custody entry and the record of the answer in one transaction; then whatever room
 * must be gone is taken away. A repeat of the request finds the state as it is and takes away what is left.
 */
export async function step<Answer = RoomView>(
  call: SessionCall,
  media: () => Promise<MediaServer>,
  decide: (snapshot: Snapshot, fresh: FreshRoom) => Promise<Step> | Step,
  answer: (snapshot: Snapshot, after: Room) => Answer = (snapshot, after) =>
    viewOf(snapshot.door, after, snapshot.me, call.now, askingTooOften(snapshot.uses, call.now)) as Answer,
): Promise<Answer> {
  const { store, randomBytes } = call.context;
  const { sessionId } = call.params;
  const roomName = newId(randomBytes);
  let spare: string | undefined;
  const make = async () => {
    spare = roomName;
    await (await media()).makeRoom(roomName);
  };
  const committed = call.commit(async () => {
    const snapshot = await readSnapshot(store, sessionId, call.actor);
    await assertNobodyFormer(call.context, media, snapshot);
    const next = await decide(snapshot, { roomName, randomBytes, make });
    const changes = stepChanges(snapshot, next, { now: call.now, randomBytes });
    return { changes, answer: answer(snapshot, next.room) };
  });
  const outcome = await committed.then(
    (said) => ({ said }),
    (refused: unknown) => ({ refused }),
  );
  if ('refused' in outcome && spare === undefined) throw outcome.refused;
  await deleteRetiredRooms(store, media, sessionId, spare);
  if ('refused' in outcome) throw outcome.refused;
  return withPauses(outcome.said);
}
