import {
  AudioFrame,
  AudioSource,
  AudioStream,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
  VideoStream,
  type LocalTrack,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
} from '@livekit/rtc-node';
import type { Level } from '../../orders/measures/contract.ts';
import { sampleRate, voiceAlterer } from './altered-voice.ts';
import { coarse, coarseHeight, coarseWidth, noPicture } from './coarse-picture.ts';
import { piece, voiceMixer } from './mixed-voices.ts';

/**
 * Carries what may pass from one room into another, as one participant with two tracks that stand from the first moment to the
 * last. Whoever is in the other room is in this one by nothing of theirs: what they get is made anew here, sample by sample.
 */

/** How one of those in the room is let through. */
export interface Passage {
  readonly heard: Level;
  readonly seen: Level;
}

export interface Side {
  /** WebSocket address of the media server. */
  readonly url: string;
  readonly pass: string;
}

export interface Relaying {
  readonly from: Side;
  readonly to: Side;
  /** @returns undefined for whoever does not pass at all */
  readonly passageOf: (identity: string) => Passage | undefined;
  /** Of what is heard altered, against what was said. */
  readonly pitch?: number;
}

export interface Relay {
  /** Milliseconds since the last piece of a voice, and the last picture, came in from the room; undefined before the first. */
  readonly sinceLast: () => { readonly voice: number | undefined; readonly picture: number | undefined };
  readonly stop: () => Promise<void>;
}

/** Pictures in each second that go out. */
const rate = 10;
/** Milliseconds after which a picture is no longer shown: what is shown is not to look as if it were now. */
const pictureKept = 1000;

export async function startRelay({ from, to, passageOf, pitch = 0.8 }: Relaying): Promise<Relay> {
  const [source, target] = [new Room(), new Room()];
  const mixer = voiceMixer();
  const last: { voice?: number; picture?: number } = {};
  let shown = noPicture();
  const ending = new AbortController();

  const take = async (track: RemoteTrack, { identity }: RemoteParticipant) => {
    const passage = passageOf(identity);
    if (passage === undefined) return;
    if (track.kind === TrackKind.KIND_AUDIO && passage.heard !== 'not') {
      const alter = passage.heard === 'altered' ? voiceAlterer(pitch) : (samples: Int16Array) => samples;
      const voice = track.sid ?? identity;
      const heard = new AudioStream(track, { sampleRate, numChannels: 1, frameSizeMs: 10 });
      for await (const { data } of heard) {
        last.voice = performance.now();
        mixer.add(voice, alter(data));
      }
      mixer.drop(voice);
    }
    if (track.kind === TrackKind.KIND_VIDEO && passage.seen === 'altered') {
      let before = -Infinity;
      for await (const { frame } of new VideoStream(track)) {
        const now = performance.now();
        if (now - before < 1000 / rate) continue;
        before = last.picture = now;
        const { data, width, height } = frame.convert(VideoBufferType.I420);
        shown = coarse({ data, width, height });
      }
    }
  };

  source.on(RoomEvent.TrackPublished, (publication: RemoteTrackPublication, who: RemoteParticipant) =>
    publication.setSubscribed(passageOf(who.identity) !== undefined),
  );
  source.on(RoomEvent.TrackSubscribed, (track, _publication, who) => void take(track, who));
  await Promise.all([
    source.connect(from.url, from.pass, { autoSubscribe: true, dynacast: false }),
    target.connect(to.url, to.pass, { autoSubscribe: false, dynacast: false }),
  ]);

  const voice = new AudioSource(sampleRate, 1, 20);
  const picture = new VideoSource(coarseWidth, coarseHeight);
  await publish(target, LocalAudioTrack.createAudioTrack('voice', voice), TrackSource.SOURCE_MICROPHONE);
  await publish(target, LocalVideoTrack.createVideoTrack('picture', picture), TrackSource.SOURCE_CAMERA);

  const speak = async () => {
    while (!ending.signal.aborted)
      await voice.captureFrame(new AudioFrame(mixer.next(), sampleRate, 1, piece));
  };
  const speaking = speak();
  const showing = setInterval(() => {
    if (performance.now() - (last.picture ?? -Infinity) > pictureKept) shown = noPicture();
    const { data, width, height } = shown;
    picture.captureFrame(new VideoFrame(data, width, height, VideoBufferType.I420));
  }, 1000 / rate);

  const since = (at: number | undefined) => (at === undefined ? undefined : performance.now() - at);
  return {
    sinceLast: () => ({ voice: since(last.voice), picture: since(last.picture) }),
    stop: async () => {
      ending.abort();
      clearInterval(showing);
      await speaking;
      await Promise.all([source.disconnect(), target.disconnect()]);
    },
  };
}

const publish = async (room: Room, track: LocalTrack, source: TrackSource): Promise<void> => {
  await room.localParticipant?.publishTrack(track, new TrackPublishOptions({ source, simulcast: false }));
};
