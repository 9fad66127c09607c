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
  type RemoteTrack,
} from '@livekit/rtc-node';
import { AccessToken, type VideoGrant } from 'livekit-server-sdk';
import { channelName } from '../../functions/shared/values/channel-name.ts';
import type { MediaKeys } from '../../functions/rooms/media/media-keys.ts';

/** People in rooms of the real media server, who are a tone and a brightness. */

type Keys = Pick<MediaKeys, 'apiKey' | 'apiSecret' | 'publicUrl'> & {
  /** By which they come in, in place of one that is made for the test. */
  readonly pass?: string;
};

/** Samples in a second. */
const rate = 48_000;

async function come(
  keys: Keys,
  room: string,
  identity: string,
  grant: VideoGrant,
  isEager: boolean,
  follow?: (room: Room) => void,
) {
  const token = new AccessToken(keys.apiKey, keys.apiSecret, {
    identity,
    name: `name of ${identity}`,
    ttl: 60,
  });
  token.addGrant({ roomJoin: true, room, ...grant });
  const inside = new Room();
  follow?.(inside);
  await inside.connect(keys.publicUrl, keys.pass ?? (await token.toJwt()), {
    autoSubscribe: isEager,
    dynacast: false,
  });
  return inside;
}

export interface Speaker {
  readonly room: Room;
  /** Whether a tone is given at this moment; the track goes on. */
  isLoud: boolean;
  readonly leave: () => Promise<void>;
}

interface Seen {
  readonly hertz: number;
  readonly brightness: number;
  /** Pixels. */
  readonly camera?: { readonly width: number; readonly height: number };
  /** Of whoever interprets: the tone in which they speak into a language. */
  readonly into?: Readonly<Record<string, number>>;
}

/** Somebody who is heard as a tone of so many hertz and seen as a plain picture of one brightness. */
export async function speaker(
  keys: Keys,
  roomName: string,
  identity: string,
  { hertz, brightness, camera = { width: 320, height: 180 }, into = {} }: Seen,
): Promise<Speaker> {
  const room = await come(keys, roomName, identity, { canPublish: true, canSubscribe: false }, false);
  const picture = new VideoSource(camera.width, camera.height);
  const publish = async (track: LocalAudioTrack | LocalVideoTrack, source: TrackSource) => {
    await room.localParticipant?.publishTrack(track, new TrackPublishOptions({ source, simulcast: false }));
  };
  const ending = new AbortController();
  const speak = async (voice: AudioSource, tone: number) => {
    for (let at = 0; !ending.signal.aborted; at += 480) {
      const samples = Int16Array.from({ length: 480 }, (_, index) =>
        speaking.isLoud ? Math.round(9_000 * Math.sin((2 * Math.PI * tone * (at + index)) / rate)) : 0,
      );
      await voice.captureFrame(new AudioFrame(samples, rate, 1, 480));
    }
  };
  const [pixels, plain] = [
    camera.width * camera.height,
    new Uint8Array((camera.width * camera.height * 3) / 2).fill(128),
  ];
  plain.fill(brightness, 0, pixels);
  const showing = setInterval(
    () => picture.captureFrame(new VideoFrame(plain, camera.width, camera.height, VideoBufferType.I420)),
    66,
  );
  const speaking: Speaker = {
    room,
    isLoud: true,
    leave: async () => {
      ending.abort();
      clearInterval(showing);
      await room.disconnect();
    },
  };
  const voices: readonly (readonly [string, number, TrackSource])[] = [
    ['microphone', hertz, TrackSource.SOURCE_MICROPHONE],
    ...Object.entries(into).map(
      ([language, tone]) => [channelName(language), tone, TrackSource.SOURCE_UNKNOWN] as const,
    ),
  ];
  for (const [name, tone, source] of voices) {
    const voice = new AudioSource(rate, 1, 40);
    void speak(voice, tone).catch(() => undefined);
    await publish(LocalAudioTrack.createAudioTrack(name, voice), source);
  }
  await publish(LocalVideoTrack.createVideoTrack('camera', picture), TrackSource.SOURCE_CAMERA);
  return speaking;
}

/** Publishes voices of one name, one after the other, until nothing more is taken. @returns how many were */
export async function flood(room: Room, name: string, times: number): Promise<number> {
  for (let done = 0; done < times; done += 1) {
    const track = LocalAudioTrack.createAudioTrack(name, new AudioSource(rate, 1));
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE });
    // Where the room is gone nothing answers.
    const published = room.localParticipant?.publishTrack(track, options).then(() => true);
    const isTaken = await Promise.race([published, unanswered()]).catch(() => false);
    if (isTaken !== true) return done;
  }
  return times;
}

const unanswered = (): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), 5_000).unref();
  });

export interface Listener {
  readonly room: Room;
  /** Every event that tells something of others, in words. */
  readonly told: string[];
  /** How strong a tone is in the last half second of whichever track it is strongest in, or of that name, from 0 to 1. */
  readonly hears: (hertz: number, track?: string) => number;
  /** Mean brightness of the last picture. */
  readonly sees: () => number | undefined;
  /** Milliseconds of the test's clock at which a picture came last. */
  readonly lastPicture: () => number;
  readonly leave: () => Promise<void>;
}

/** Somebody who takes all that a room gives, in a program of their own. */
/** @param onSound is given each 10 ms of sound as it comes */
export async function listener(
  keys: Keys,
  roomName: string,
  identity: string,
  onSound?: (samples: Int16Array) => void,
): Promise<Listener> {
  const told: string[] = [];
  const heard = new Map<string, { readonly samples: Float32Array; at: number }>();
  let brightness: number | undefined;
  let lastPicture = -Infinity;
  const take = async (track: RemoteTrack, name: string, from: string) => {
    const key = `${name} of ${from}`;
    const half = heard.get(key) ?? { samples: new Float32Array(rate / 2), at: 0 };
    if (track.kind === TrackKind.KIND_AUDIO) {
      heard.set(key, half);
      for await (const { data } of new AudioStream(track, {
        sampleRate: rate,
        numChannels: 1,
        frameSizeMs: 10,
      })) {
        onSound?.(data);
        for (const sample of data) {
          half.samples[half.at] = sample / 32_768;
          half.at = (half.at + 1) % half.samples.length;
        }
      }
    } else
      for await (const { frame } of new VideoStream(track)) {
        lastPicture = performance.now();
        const { data, width, height } = frame.convert(VideoBufferType.I420);
        let sum = 0;
        for (let pixel = 0; pixel < width * height; pixel += 7) sum += data[pixel] ?? 0;
        brightness = sum / Math.ceil((width * height) / 7);
      }
  };
  const room = await come(
    keys,
    roomName,
    identity,
    { canPublish: false, canSubscribe: true },
    true,
    (inside) => {
      for (const event of Object.values(RoomEvent))
        inside.on(
          event as never,
          ((...what: unknown[]) => {
            if (!own.has(event)) told.push(`${event}: ${what.map(inWords).join(' ')}`);
          }) as never,
        );
      inside.on(
        RoomEvent.TrackSubscribed,
        (track, { name = '' }, { identity: from }) => void take(track, name, from),
      );
    },
  );
  return {
    room,
    told,
    hears: (hertz, track) =>
      Math.max(
        0,
        ...[...heard]
          .filter(([key]) => track === undefined || key.startsWith(`${track} of `))
          .map(([, { samples }]) => strengthOf(hertz, samples)),
      ),
    sees: () => brightness,
    lastPicture: () => lastPicture,
    leave: () => room.disconnect(),
  };
}

function strengthOf(hertz: number, samples: Float32Array): number {
  let [real, imaginary] = [0, 0];
  for (const [index, sample] of samples.entries()) {
    const angle = (2 * Math.PI * hertz * index) / rate;
    real += sample * Math.cos(angle);
    imaginary += sample * Math.sin(angle);
  }
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}

/** What is of the listener's own connection, and who speaks, which is to be heard anyhow. */
const own = new Set<RoomEvent>([
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.Connected,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.ConnectionStateChanged,
  RoomEvent.Disconnected,
  RoomEvent.RoomSidChanged,
  RoomEvent.RoomUpdated,
  RoomEvent.TokenRefreshed,
]);

function inWords(what: unknown): string {
  if (typeof what !== 'object' || what === null) return String(what);
  if ('identity' in what) return String(what.identity);
  if ('name' in what) return String(what.name);
  return what.constructor.name;
}
