import type { Context } from '../shared/http/call.ts';
import { everyGateOpen, isInWindow, type Door } from '../sessions/port/door.ts';
import { roomClosed } from './actions.ts';
import type { MediaServer } from './media/media-server.ts';
import { asItStands } from './as-it-stands.ts';
import { evictReplaced } from './evict-replaced.ts';
import { keepTerms } from './keep-terms.ts';
import { putOutKeptApart } from './put-out-kept-apart.ts';
import { shut, withoutFormer, withoutPauses } from './room.ts';
import { readSnapshotWithoutSeat, type Snapshot, type Step, type StepEntry } from './snapshot.ts';
import { deleteRetiredRooms } from './media/delete-retired-rooms.ts';
import { stepOfNobody } from './step-of-nobody.ts';

/**
 * A gate was closed, the session cancelled, moved, or its hours are over while people are in the room: the room is taken
 * away. A seat was given to somebody else: whoever had it is put out.
 * Consent that is withdrawn in the middle of an answer comes this way, within seconds of her word.
 */
export async function closeForDoor(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<void> {
  const { room } = await readSnapshotWithoutSeat(context.store, sessionId);
  // Most doors that move have nobody behind them yet; whoever is put out somewhere must not wait for those.
  if (room.version === 0 && Object.keys(room.seats).length === 0) return;
  const closed = await stepOfNobody(context, media, sessionId, closingFor(context));
  if (!closed) await deleteRetiredRooms(context.store, media, sessionId);
  await evictReplaced(context, media, sessionId);
  await putOutKeptApart(context, media, sessionId);
  await keepTerms(context, media, sessionId);
}

/** What the door asks of a room that is in use; nothing where it may stay. */
const closingFor =
  ({ store }: Pick<Context, 'store'>) =>
  async ({ door: stored, room }: Omit<Snapshot, 'me'>, now: Date): Promise<Step | undefined> => {
    if (room.phase !== 'open' && room.phase !== 'paused') return undefined;
    const { door } = await asItStands(store, stored, now);
    if (mayStayOpen(door, now)) return undefined;
    const closed = shut(withoutFormer(room, door.seats));
    // A pause is of a day; a gate that closes and opens again on it is no way round somebody's stop.
    const next = isInWindow(door, now) ? closed : withoutPauses(closed);
    const entry: StepEntry = (acting) =>
      roomClosed.entry({
        ...acting,
        authority: { kind: 'rule', ref: `door version ${door.version}` },
        details: { epoch: room.epoch, hoursOver: isOver(door, now) },
      });
    return { room: next, stands: door, entries: [entry] };
  };

/** The hours of the rooms are over for good. */
export const isOver = (door: Door, now: Date): boolean => now.toISOString() >= door.closesAt;

const mayStayOpen = (door: Door, now: Date): boolean =>
  door.status === 'booked' && everyGateOpen(door) && isInWindow(door, now);
