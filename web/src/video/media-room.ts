import type {
  LocalAudioTrack,
  LocalTrack,
  LocalVideoTrack,
  Participant,
  RemoteAudioTrack,
  RemoteVideoTrack,
  Room,
} from 'livekit-client';
import { allowedIdentities, limitsReceivers } from './allow-list.ts';
import { publishingFor } from './publishing.ts';
import type { DeviceFacts, Pass, RoomView } from './room-view.ts';

type LiveKit = typeof import('livekit-client');
type LocalMedia = LocalAudioTrack | LocalVideoTrack;

export interface RemoteMedia {
  readonly identity: string;
  readonly video?: RemoteVideoTrack;
  readonly audio?: RemoteAudioTrack;
  readonly muted: boolean;
  readonly speaking: boolean;
}

export interface OwnMedia {
  readonly video?: LocalVideoTrack;
  readonly audio?: LocalAudioTrack;
  readonly cameraOn: boolean;
  readonly microphoneOn: boolean;
}

export interface Media {
  readonly others: readonly RemoteMedia[];
  readonly own: OwnMedia;
  /** The browser wants a press before it plays sound. */
  readonly soundLocked: boolean;
  /** Devices that should be sending and could not be opened. */
  readonly missing: readonly ('camera' | 'microphone')[];
}

export const noMedia: Media = {
  others: [],
  own: { cameraOn: false, microphoneOn: false },
  soundLocked: false,
  missing: [],
};

export interface MediaRoom {
  readonly media: () => Media;
  readonly view: (view: RoomView) => void;
  readonly unlockSound: () => void;
  readonly switchMicrophone: (on: boolean) => void;
  readonly switchCamera: (on: boolean) => void;
  /** Local tracks are stopped before this returns, whatever the network does. */
  readonly leave: () => void;
}

export interface MediaEvents {
  readonly onJoined: () => void;
  readonly onShaky: (shaky: boolean) => void;
  readonly onChange: () => void;
  readonly onFailed: () => void;
  readonly onDropped: (why: 'duplicate' | 'other') => void;
}

/** Joins the media room with a pass, sends this person's voice and picture, and keeps account of the others'. */
export function joinMediaRoom(
  pass: Pass,
  firstView: RoomView,
  device: DeviceFacts | undefined,
  events: MediaEvents,
): MediaRoom {
  let view = firstView;
  let left = false;
  let joined = false;
  let livekit: LiveKit | undefined;
  let room: Room | undefined;
  let media: Media = noMedia;
  let allowed = '';
  const tracks: LocalMedia[] = [];
  const missing = new Set<'camera' | 'microphone'>();

  const change = () => {
    if (left || room === undefined || livekit === undefined) return;
    media = mediaOf(livekit, room, tracks, missing);
    events.onChange();
  };
  const limitReceivers = () => {
    if (room === undefined || !limitsReceivers(view)) return;
    const identities = allowedIdentities(view);
    if (allowed === `=${identities.join()}`) return;
    allowed = `=${identities.join()}`;
    room.localParticipant.setTrackSubscriptionPermissions(
      false,
      identities.map((participantIdentity) => ({ participantIdentity, allowAll: true })),
    );
  };
  const failed = () => {
    if (!left) events.onFailed();
  };

  const open = async () => {
    livekit = await import('livekit-client');
    if (left) return;
    const plan = publishingFor(livekit, device);
    room = new livekit.Room(plan.room);
    listen(livekit, room);
    await room.connect(pass.url, pass.token, { maxRetries: 2 });
    if (left) return;
    // Before the first track, so that there is no moment in which somebody unknown could receive it.
    limitReceivers();
    joined = true;
    events.onJoined();
    if (room.localParticipant.permissions?.canPublish === false) return;
    await publish('microphone', () => livekit?.createLocalAudioTrack(plan.audio));
    if (plan.video !== undefined) await publish('camera', () => livekit?.createLocalVideoTrack(plan.video));
  };

  const publish = async (
    device: 'camera' | 'microphone',
    capture: () => Promise<LocalMedia> | undefined,
  ): Promise<void> => {
    let track: LocalMedia | undefined;
    try {
      track = await capture();
    } catch {
      // No such device, or not allowed: the page says so, and the hearing goes on with what there is.
      missing.add(device);
      return change();
    }
    if (track === undefined) return;
    if (left || room === undefined) return track.stop();
    tracks.push(track);
    change();
    try {
      // The library's own types do not agree among themselves under exactOptionalPropertyTypes.
      await room.localParticipant.publishTrack(track as unknown as LocalTrack);
    } catch {
      track.stop();
      tracks.splice(tracks.indexOf(track), 1);
      if (!left) missing.add(device);
    }
    change();
  };

  const listen = (lk: LiveKit, target: Room) => {
    const { RoomEvent } = lk;
    for (const event of [
      RoomEvent.TrackSubscribed,
      RoomEvent.TrackUnsubscribed,
      RoomEvent.TrackMuted,
      RoomEvent.TrackUnmuted,
      RoomEvent.ParticipantConnected,
      RoomEvent.ParticipantDisconnected,
      RoomEvent.ActiveSpeakersChanged,
      RoomEvent.AudioPlaybackStatusChanged,
      RoomEvent.LocalTrackPublished,
      RoomEvent.LocalTrackUnpublished,
    ] as const)
      target.on(event, change);
    target.on(RoomEvent.Reconnecting, () => !left && events.onShaky(true));
    target.on(RoomEvent.Reconnected, () => !left && events.onShaky(false));
    target.on(RoomEvent.Disconnected, (reason) => {
      if (left || !joined) return;
      events.onDropped(reason === lk.DisconnectReason.DUPLICATE_IDENTITY ? 'duplicate' : 'other');
    });
  };

  open().catch(failed);

  return {
    media: () => media,
    view: (latest) => {
      view = latest;
      if (joined && !left) limitReceivers();
    },
    unlockSound: () => void room?.startAudio().catch(change),
    switchMicrophone: (on) => switchTrack(tracks, 'audio', on, change),
    switchCamera: (on) => switchTrack(tracks, 'video', on, change),
    leave: () => {
      left = true;
      for (const track of tracks) {
        track.mediaStreamTrack.stop();
        track.stop();
      }
      tracks.length = 0;
      media = noMedia;
      // Nothing hangs on this: it tells the server what the stopped tracks have already made true.
      room?.disconnect(true).catch(() => undefined);
    },
  };
}

function switchTrack(
  tracks: readonly LocalMedia[],
  kind: 'audio' | 'video',
  on: boolean,
  done: () => void,
): void {
  for (const track of tracks)
    if (track.kind === (kind as LocalMedia['kind']))
      void (on ? track.unmute() : track.mute()).then(done, done);
}

function mediaOf(
  livekit: LiveKit,
  room: Room,
  tracks: readonly LocalMedia[],
  missing: ReadonlySet<'camera' | 'microphone'>,
): Media {
  const own: { -readonly [Key in keyof OwnMedia]: OwnMedia[Key] } = { cameraOn: false, microphoneOn: false };
  for (const track of tracks) {
    if (track instanceof livekit.LocalVideoTrack) {
      own.video = track;
      own.cameraOn = !track.isMuted;
    }
    if (track instanceof livekit.LocalAudioTrack) {
      own.audio = track;
      own.microphoneOn = !track.isMuted;
    }
  }
  return {
    own,
    others: [...room.remoteParticipants.values()].map((participant) => remoteMedia(livekit, participant)),
    soundLocked: !room.canPlaybackAudio,
    missing: [...missing],
  };
}

function remoteMedia(livekit: LiveKit, participant: Participant): RemoteMedia {
  const media: { -readonly [Key in keyof RemoteMedia]: RemoteMedia[Key] } = {
    identity: participant.identity,
    muted: !participant.isMicrophoneEnabled,
    speaking: participant.isSpeaking,
  };
  for (const { track, isMuted } of participant.trackPublications.values()) {
    if (track instanceof livekit.RemoteVideoTrack && !isMuted) media.video = track;
    if (track instanceof livekit.RemoteAudioTrack) media.audio = track;
  }
  return media;
}
