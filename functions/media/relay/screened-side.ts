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
import { channelName } from '../../shared/values/channel-name.ts';
import { piece, type Mixer } from './mixed-voices.ts';

/** What is given away: tracks that stand from the moment the room is entered until it is left, whatever is in them. */
export interface ScreenedSide {
  /** The next 10 ms of all voices. */
  readonly voices: () => Int16Array;
  /** The same of each language that has a channel; more may come while the room is there. */
  readonly channels: ReadonlyMap<string, Pick<Mixer, 'next'>>;
  readonly picture: () => Picture;
  /** Pictures in a second. */
  readonly rate: number;
  /** A piece of the one or the other went out. */
  readonly gave: (what: 'voice' | 'picture') => void;
}

/** Milliseconds of sound that may wait to go out. */
const waiting = 20;

export interface Given {
  /** Publishes the channels that are new. */
  readonly open: () => void;
  readonly end: () => void;
}

export async function screenedSide(room: Room, side: ScreenedSide): Promise<Given> {
  const picture = new VideoSource(boardWidth, boardHeight);
  const ending = new AbortController();
  const opened = new Set<string>();

  /** Gives a voice away until the end. Once the room is gone, nothing takes what is given. */
  const speak = async (name: string, source: TrackSource, next: () => Int16Array, gave?: () => void) => {
    const voice = new AudioSource(sampleRate, 1, waiting);
    const speaking = async () => {
      while (!ending.signal.aborted) {
        await voice.captureFrame(new AudioFrame(next(), sampleRate, 1, piece));
        gave?.();
      }
    };
    void speaking().catch(() => undefined);
    await publish(room, LocalAudioTrack.createAudioTrack(name, voice), source);
  };
  const open = async () => {
    for (const [language, { next }] of side.channels) {
      if (opened.has(language) || ending.signal.aborted) continue;
      opened.add(language);
      await speak(channelName(language), TrackSource.SOURCE_UNKNOWN, next);
    }
  };
  const showing = setInterval(() => {
    const { data, width, height } = side.picture();
    picture.captureFrame(new VideoFrame(data, width, height, VideoBufferType.I420));
    side.gave('picture');
  }, 1000 / side.rate);
  const end = () => {
    ending.abort();
    clearInterval(showing);
  };
  try {
    await speak('voice', TrackSource.SOURCE_MICROPHONE, side.voices, () => side.gave('voice'));
    await publish(room, LocalVideoTrack.createVideoTrack('picture', picture), TrackSource.SOURCE_CAMERA);
    await open();
  } catch (fault) {
    end();
    throw fault;
  }
  // What cannot be published now is when the room is entered anew, as all else is then.
  return { open: () => void open().catch(() => undefined), end };
}

const publish = async (room: Room, track: LocalTrack, source: TrackSource): Promise<void> => {
  // As many packets in silence as in speech; and one size of picture.
  await room.localParticipant?.publishTrack(
    track,
    new TrackPublishOptions({ source, simulcast: false, dtx: false }),
  );
};
