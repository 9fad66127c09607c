import { TrackSource, TrackType, type WebhookEvent } from 'livekit-server-sdk';
import type { DetailsOf } from '../../custody/port/action.ts';
import {
  mediaConnectionAborted,
  mediaJoined,
  mediaLeft,
  mediaOther,
  mediaRoomFinished,
  mediaRoomStarted,
  mediaTrackPublished,
  mediaTrackUnpublished,
  mediaUnknownParticipant,
} from '../actions.ts';

/** Our words for the media server's events. One that we do not know is entered as such: nothing is left out. */
const actions: Readonly<Record<string, typeof mediaOther>> = {
  room_started: mediaRoomStarted,
  room_finished: mediaRoomFinished,
  participant_joined: mediaJoined,
  participant_left: mediaLeft,
  participant_connection_aborted: mediaConnectionAborted,
  track_published: mediaTrackPublished,
  track_unpublished: mediaTrackUnpublished,
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
export function actionOf(event: WebhookEvent, known: boolean): typeof mediaOther {
  if (event.participant !== undefined && !known) return mediaUnknownParticipant;
  return actions[event.event] ?? mediaOther;
}

/** Only what a court needs; the server's own event holds addresses and passwords that must not be kept. */
export function detailsOf(event: WebhookEvent): DetailsOf<typeof mediaOther> {
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
