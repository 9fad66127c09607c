import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  LocalVideoTrack,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
  type LocalTrack,
  type Room,
} from '@livekit/rtc-node';
import { sampleRate } from './altered-voice.ts';
import { boardHeight, boardWidth } from './board.ts';
import type { Picture } from './coarse-picture.ts';
import { piece } from './mixed-voices.ts';

/** What is given away: two tracks that stand from the moment the room is entered until it is left, whatever is in them. */
export interface ScreenedSide {
  /** The next 10 ms of all voices. */
  readonly voices: () => Int16Array;
  readonly picture: () => Picture;
  /** Pictures in a second. */
  readonly rate: number;
  /** A piece of the one or the other went out. */
  readonly gave: (what: 'voice' | 'picture') => void;
}

/** Milliseconds of sound that may wait to go out. */
const waiting = 20;

/** @returns ends both */
export async function screenedSide(room: Room, side: ScreenedSide): Promise<() => void> {
  const voice = new AudioSource(sampleRate, 1, waiting);
  const picture = new VideoSource(boardWidth, boardHeight);
  const ending = new AbortController();

  const speak = async () => {
    while (!ending.signal.aborted) {
      await voice.captureFrame(new AudioFrame(side.voices(), sampleRate, 1, piece));
      side.gave('voice');
    }
  };
  const showing = setInterval(() => {
    const { data, width, height } = side.picture();
    picture.captureFrame(new VideoFrame(data, width, height, VideoBufferType.I420));
    side.gave('picture');
  }, 1000 / side.rate);
  // Once the room is gone, nothing takes what is given.
  void speak().catch(() => undefined);

  const end = () => {
    ending.abort();
    clearInterval(showing);
  };
  try {
    await publish(room, LocalAudioTrack.createAudioTrack('voice', voice), TrackSource.SOURCE_MICROPHONE);
    await publish(room, LocalVideoTrack.createVideoTrack('picture', picture), TrackSource.SOURCE_CAMERA);
  } catch (fault) {
    end();
    throw fault;
  }
  return end;
}

const publish = async (room: Room, track: LocalTrack, source: TrackSource): Promise<void> => {
  // As many packets in silence as in speech; and one size of picture.
  await room.localParticipant?.publishTrack(
    track,
    new TrackPublishOptions({ source, simulcast: false, dtx: false }),
  );
};
