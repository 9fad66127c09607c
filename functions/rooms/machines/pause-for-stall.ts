import type { Context } from '../../shared/http/call.ts';
import { logEvent } from '../../shared/log.ts';
import type { MediaServer } from '../media/media-server.ts';
import { screenedRoom } from '../place.ts';
import { presidingSeat } from '../presiding/presides.ts';
import type { Room } from '../room.ts';
import type { StepEntry } from '../snapshot.ts';
import { stepOfNobody } from '../step-of-nobody.ts';
import { relayLost } from './actions.ts';
import { longestStall } from './lease.ts';

/** It waits for whoever presides. */
export function withoutRelay(room: Room, seat: 'judge' | 'clerk'): Room {
  const others = room.pauses.filter((each) => each.seat !== seat);
  return { ...room, phase: 'paused', pauses: [...others, { seat, kind: 'relay-lost', lost: true }] };
}

/**
 * A trial does not go on without the accused: where nothing came over to their side for so long, the hearing is paused, and goes on
 * when whoever presides says so. Nothing is done while nobody is there who would hear it.
 * @param stalled milliseconds, as the observer saw it
 */
export async function pauseForStall(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
  stalled: number | undefined,
): Promise<void> {
  if (stalled === undefined || stalled < longestStall) return;
  const paused = await stepOfNobody(context, media, sessionId, ({ door, room }) => {
    const there = Object.keys(room.rooms[screenedRoom]?.people ?? {});
    const hears = door.seats.some(({ pseudonym }) => {
      const as = room.rooms[screenedRoom]?.people[pseudonym]?.as;
      return there.includes(pseudonym) && as !== 'viewer';
    });
    if (room.phase !== 'open' || !hears) return undefined;
    const entry: StepEntry = (acting) =>
      relayLost.entry({
        ...acting,
        authority: { kind: 'rule', ref: 'no trial without the accused' },
        details: { epoch: room.epoch, milliseconds: stalled, repeat: 'last-answer' },
      });
    return { room: withoutRelay(room, presidingSeat(door)), entries: [entry] };
  });
  if (paused) logEvent('room.relay-lost', { milliseconds: stalled });
}
