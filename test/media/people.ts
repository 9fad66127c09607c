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
}

/** Somebody who is heard as a tone of so many hertz and seen as a plain picture of one brightness. */
export async function speaker(
  keys: Keys,
  roomName: string,
  identity: string,
  { hertz, brightness, camera = { width: 320, height: 180 } }: Seen,
): Promise<Speaker> {
  const room = await come(keys, roomName, identity, { canPublish: true, canSubscribe: false }, false);
  const [voice, picture] = [new AudioSource(rate, 1, 40), new VideoSource(camera.width, camera.height)];
  const publish = async (track: LocalAudioTrack | LocalVideoTrack, source: TrackSource) => {
    await room.localParticipant?.publishTrack(track, new TrackPublishOptions({ source, simulcast: false }));
  };
  await publish(LocalAudioTrack.createAudioTrack('microphone', voice), TrackSource.SOURCE_MICROPHONE);
  await publish(LocalVideoTrack.createVideoTrack('camera', picture), TrackSource.SOURCE_CAMERA);
  const ending = new AbortController();
  const speak = async () => {
    for (let at = 0; !ending.signal.aborted; at += 480) {
      const samples = Int16Array.from({ length: 480 }, (_, index) =>
        speaking.isLoud ? Math.round(9_000 * Math.sin((2 * Math.PI * hertz * (at + index)) / rate)) : 0,
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
  void speak().catch(() => undefined);
  return speaking;
}

export interface Listener {
  readonly room: Room;
  /** Every event that tells something of others, in words. */
  readonly told: string[];
  /** How strong a tone is in the last half second of all that is heard, from 0 to 1. */
  readonly hears: (hertz: number) => number;
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
  const heard = new Float32Array(rate / 2);
  let at = 0;
  let brightness: number | undefined;
  let lastPicture = -Infinity;
  const take = async (track: RemoteTrack) => {
    if (track.kind === TrackKind.KIND_AUDIO)
      for await (const { data } of new AudioStream(track, {
        sampleRate: rate,
        numChannels: 1,
        frameSizeMs: 10,
      })) {
        onSound?.(data);
        for (const sample of data) {
          heard[at] = sample / 32_768;
          at = (at + 1) % heard.length;
        }
      }
    else
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
      inside.on(RoomEvent.TrackSubscribed, (track) => void take(track));
    },
  );
  return {
    room,
    told,
    hears: (hertz) => {
      let [real, imaginary] = [0, 0];
      for (const [index, sample] of heard.entries()) {
        const angle = (2 * Math.PI * hertz * index) / rate;
        real += sample * Math.cos(angle);
        imaginary += sample * Math.sin(angle);
      }
      return (2 * Math.hypot(real, imaginary)) / heard.length;
    },
    sees: () => brightness,
    lastPicture: () => lastPicture,
    leave: () => room.disconnect(),
  };
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
