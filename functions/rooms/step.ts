import type { Actor } from '../shared/access/roles.ts';
import type { Call } from '../shared/http/call.ts';
import { assertNobodyFormer } from './evict-replaced.ts';
import type { MediaServer } from './media/media-server.ts';
import { makingRooms } from './media/making-rooms.ts';
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

/**
 * Carries out one step: state, door, custody entry and the record of the answer in one transaction; then whatever room
 * must be gone is taken away. A repeat of the request finds the state as it is and takes away what is left.
 */
export async function step<Answer = RoomView>(
  call: SessionCall,
  media: () => Promise<MediaServer>,
  decide: (snapshot: Snapshot) => Promise<Step> | Step,
  answer: (snapshot: Snapshot, after: Room) => Answer = (snapshot, after) =>
    viewOf(snapshot.door, after, snapshot.me, call.now, askingTooOften(snapshot.uses, call.now)) as Answer,
): Promise<Answer> {
  const { store, randomBytes } = call.context;
  const { sessionId } = call.params;
  const rooms = makingRooms(media, randomBytes);
  const committed = call.commit(async () => {
    const snapshot = await readSnapshot(store, sessionId, call.actor);
    await assertNobodyFormer(call.context, media, snapshot);
    const next = await rooms.settle(snapshot, await decide(snapshot));
    const changes = stepChanges(snapshot, next, { now: call.now, randomBytes });
    return { changes, answer: answer(snapshot, next.room) };
  });
  const outcome = await committed.then(
    (said) => ({ said }),
    (refused: unknown) => ({ refused }),
  );
  if ('refused' in outcome && rooms.made.size === 0) throw outcome.refused;
  await deleteRetiredRooms(store, media, sessionId, rooms.made);
  if ('refused' in outcome) throw outcome.refused;
  return withPauses(outcome.said);
}
