import {
  AudioStream,
  RoomEvent,
  TrackKind,
  TrackSource,
  VideoBufferType,
  VideoStream,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
  type Room,
} from '@livekit/rtc-node';
import type { Level } from '../../orders/measures/contract.ts';
import type { Passage } from '../contract.ts';
import { channelOf } from '../../shared/values/channel-name.ts';
import { sampleRate, voiceAlterer } from './altered-voice.ts';
import { coarse, type Picture } from './coarse-picture.ts';
import type { Mixer } from './mixed-voices.ts';

/** Where what may pass is taken from; of whoever is not named nothing is even asked for. */
export interface HearingSide {
  readonly passageOf: (identity: string) => Passage | undefined;
  /** Where voices go: of a language, or those that everybody hears; undefined where that language has no channel. */
  readonly mixerOf: (language: string | undefined) => Mixer | undefined;
  readonly show: (identity: string, picture: Picture | undefined) => void;
  /** Of what is heard altered, against what was said. */
  readonly pitch: number;
  /** Pictures of one person that are taken in a second. */
  readonly rate: number;
  readonly now: () => number;
}

/** Only what pages publish as the voice and the picture of whoever is there, and as their voice into a language that passes; no screen. */
function levelOf({ kind, source, name }: RemoteTrackPublication, passage: Passage | undefined): Level {
  if (passage === undefined) return 'not';
  if (kind === TrackKind.KIND_AUDIO) {
    const language = channelOf(name ?? '');
    const passes =
      language === undefined
        ? source === TrackSource.SOURCE_MICROPHONE && name === 'microphone'
        : source === TrackSource.SOURCE_UNKNOWN && passage.channels?.includes(language) === true;
    return passes ? passage.heard : 'not';
  }
  return source === TrackSource.SOURCE_CAMERA && name === 'camera' ? passage.seen : 'not';
}

/** @returns looks again who passes, and how */
export function hearingSide(room: Room, side: HearingSide): () => void {
  const { passageOf, mixerOf, show, now } = side;

  const choose = (publication: RemoteTrackPublication, { identity }: RemoteParticipant) => {
    const isWanted = levelOf(publication, passageOf(identity)) !== 'not';
    if (publication.subscribed !== isWanted) publication.setSubscribed(isWanted);
  };

  const hear = async (track: RemoteTrack, publication: RemoteTrackPublication, identity: string) => {
    const alter = voiceAlterer(side.pitch);
    const voice = track.sid ?? identity;
    const mixer = () => mixerOf(channelOf(publication.name ?? ''));
    // Each piece by what holds now, so that what was taken back is not passed on for a moment longer.
    for await (const { data } of new AudioStream(track, { sampleRate, numChannels: 1, frameSizeMs: 10 })) {
      const level = levelOf(publication, passageOf(identity));
      if (level !== 'not') mixer()?.add(voice, level === 'altered' ? alter(data) : data);
    }
    mixer()?.drop(voice);
  };

  const see = async (track: RemoteTrack, publication: RemoteTrackPublication, identity: string) => {
    let before = -Infinity;
    for await (const { frame } of new VideoStream(track)) {
      const level = levelOf(publication, passageOf(identity));
      if (level === 'not' || now() - before < 1000 / side.rate) continue;
      before = now();
      const { data, width, height } = frame.convert(VideoBufferType.I420);
      show(identity, level === 'altered' ? coarse({ data, width, height }) : { data, width, height });
    }
    show(identity, undefined);
  };

  room.on(RoomEvent.TrackPublished, choose);
  room.on(RoomEvent.TrackSubscribed, (track, publication, { identity }) => {
    const take = track.kind === TrackKind.KIND_AUDIO ? hear : see;
    void take(track, publication, identity);
  });
  return () => {
    for (const who of room.remoteParticipants.values())
      for (const publication of who.trackPublications.values()) choose(publication, who);
  };
}
