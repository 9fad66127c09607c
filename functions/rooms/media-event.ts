import { TrackSource, TrackType, type WebhookEvent } from 'livekit-server-sdk';
import type { NewEntry } from '../custody/port/entry.ts';

/** Our words for the media server's events. One that we do not know is entered as such: nothing is left out. */
const actions: Readonly<Record<string, string>> = {
  room_started: 'media.room-started',
  room_finished: 'media.room-finished',
  participant_joined: 'media.joined',
  participant_left: 'media.left',
  participant_connection_aborted: 'media.connection-aborted',
  track_published: 'media.track-published',
  track_unpublished: 'media.track-unpublished',
};

/** Why a connection ended, by the number in the media server's protocol. */
const reasons: Readonly<Record<number, string>> = {
  0: 'UNKNOWN',
  1: 'LEFT',
  2: 'SAME_SEAT_CAME_AGAIN',
  3: 'SERVER_SHUT_DOWN',
  4: 'REMOVED',
  5: 'ROOM_TAKEN_AWAY',
  6: 'STATE_MISMATCH',
  7: 'JOIN_FAILED',
  9: 'SIGNAL_LOST',
  10: 'ROOM_CLOSED',
  14: 'CONNECTION_TIMEOUT',
  15: 'MEDIA_FAILURE',
};

/** Somebody in a room of ours whom we let in nowhere is an alarm, not a participant. */
export function actionOf(event: WebhookEvent, known: boolean): string {
  if (event.participant !== undefined && !known) return 'media.unknown-participant';
  return actions[event.event] ?? 'media.other';
}

/** Only what a court needs; the server's own event holds addresses and passwords that must not be kept. */
export function detailsOf(event: WebhookEvent): NonNullable<NewEntry['details']> {
  const { participant, track } = event;
  return {
    event: event.event,
    // Events that are seconds apart arrive in any order: presence is told apart by this connection, not by order.
    ...(participant === undefined ? {} : { connection: participant.sid }),
    ...(event.event === 'participant_left' && participant !== undefined
      ? { reason: reasons[participant.disconnectReason] ?? 'OTHER' }
      : {}),
    ...(track === undefined
      ? {}
      : {
          track: track.sid,
          kind: TrackType[track.type] ?? 'OTHER',
          source: TrackSource[track.source] ?? 'UNKNOWN',
        }),
  };
}
