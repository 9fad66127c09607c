import type {
  LocalAudioTrack,
  LocalVideoTrack,
  Participant,
  RemoteAudioTrack,
  RemoteVideoTrack,
  Room,
} from 'livekit-client';
import { channelOf } from '../../../functions/shared/values/channel-name.ts';
import { lineOf, type Line } from './line-quality.tsx';

export type LiveKit = typeof import('livekit-client');
export type LocalMedia = LocalAudioTrack | LocalVideoTrack;
export type DeviceName = 'camera' | 'microphone';

/** Somebody's voice into a language; muted while they speak to others. */
export interface Channel {
  readonly language: string;
  readonly muted: boolean;
  /** Absent while it is not listened to. */
  readonly audio: RemoteAudioTrack | undefined;
}

export interface RemoteMedia {
  readonly identity: string;
  readonly video?: RemoteVideoTrack;
  readonly audio?: RemoteAudioTrack;
  readonly channels: readonly Channel[];
  readonly muted: boolean;
  readonly speaking: boolean;
  readonly line: Line | undefined;
}

export interface OwnMedia {
  readonly video?: LocalVideoTrack;
  readonly audio?: LocalAudioTrack;
  readonly cameraOn: boolean;
  readonly microphoneOn: boolean;
  readonly line?: Line | undefined;
}

/** Pictures and voices as they are at one moment; a new object for each change, as React wants it. */
export interface Media {
  readonly others: readonly RemoteMedia[];
  readonly own: OwnMedia;
  /** The browser wants a press before it plays sound. */
  readonly soundLocked: boolean;
  /** Devices that should be sending and could not be opened. */
  readonly missing: readonly DeviceName[];
}

export const noMedia: Media = {
  others: [],
  own: { cameraOn: false, microphoneOn: false },
  soundLocked: false,
  missing: [],
};

export const mediaOf = (
  livekit: LiveKit,
  room: Room,
  tracks: readonly LocalMedia[],
  missing: ReadonlySet<DeviceName>,
): Media => ({
  own: { ...ownMedia(livekit, tracks), line: lineOf(room.localParticipant.connectionQuality) },
  others: [...room.remoteParticipants.values()].map((participant) => remoteMedia(livekit, participant)),
  soundLocked: !room.canPlaybackAudio,
  missing: [...missing],
});

function ownMedia(livekit: LiveKit, tracks: readonly LocalMedia[]): OwnMedia {
  const video = tracks.find((track) => track instanceof livekit.LocalVideoTrack);
  const audio = tracks.find((track) => track instanceof livekit.LocalAudioTrack);
  return {
    ...(video === undefined ? {} : { video }),
    ...(audio === undefined ? {} : { audio }),
    cameraOn: video !== undefined && !video.isMuted,
    microphoneOn: audio !== undefined && !audio.isMuted,
  };
}

function remoteMedia(livekit: LiveKit, participant: Participant): RemoteMedia {
  const publications = [...participant.trackPublications.values()];
  const video = publications
    .filter(({ isMuted }) => !isMuted)
    .map(({ track }) => track)
    .find((track) => track instanceof livekit.RemoteVideoTrack);
  const isVoice = (track: unknown): track is RemoteAudioTrack => track instanceof livekit.RemoteAudioTrack;
  const audio = publications
    .filter(({ trackName }) => channelOf(trackName) === undefined)
    .map(({ track }) => track)
    .find(isVoice);
  const channels = publications.flatMap(({ trackName, track, kind, isMuted }) => {
    const language = channelOf(trackName);
    if (language === undefined || kind !== livekit.Track.Kind.Audio) return [];
    return [{ language, muted: isMuted, audio: isVoice(track) ? track : undefined }];
  });
  return {
    identity: participant.identity,
    ...(video === undefined ? {} : { video }),
    ...(audio === undefined ? {} : { audio }),
    channels,
    muted: !participant.isMicrophoneEnabled,
    speaking: participant.isSpeaking,
    line: lineOf(participant.connectionQuality),
  };
}
