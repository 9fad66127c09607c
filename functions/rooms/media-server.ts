import { AccessToken, RoomServiceClient, TrackSource, TwirpError, WebhookReceiver } from 'livekit-server-sdk';
import type { WebhookEvent } from 'livekit-server-sdk';
import { Refusal } from '../shared/refusals.ts';
import { passSeconds } from './entering.ts';

/** The media server as rooms need it. */
export interface MediaServer {
  /** Makes a room; making it twice is harmless. @throws {Refusal} `media-unreachable` */
  readonly makeRoom: (name: string) => Promise<void>;
  /** Takes a room and everybody in it away; a room that is gone already is fine. @throws {Refusal} `media-unreachable` */
  readonly takeRoomAway: (name: string) => Promise<void>;
  /** Which of these rooms are there. @throws {Refusal} `media-unreachable` */
  readonly present: (names: readonly string[]) => Promise<readonly string[]>;
  /** A pass: one room, one identity, `passSeconds` long; no name, no data, no power over others. */
  readonly mintPass: (roomName: string, identity: string) => Promise<string>;
  /** The event, if its signature is the media server's own. Undefined for a forged one. */
  readonly readEvent: (
    rawBody: string,
    authorization: string | undefined,
  ) => Promise<WebhookEvent | undefined>;
  /** WebSocket address for browsers. */
  readonly publicUrl: string;
}

export interface MediaKeys {
  readonly url: string;
  readonly publicUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** A key of its own for signing events, so that a pass can never be taken for an event. */
  readonly webhookKey: string;
  readonly webhookSecret: string;
}

/** Seconds an empty room lives: a whole working day, since only we decide when a hearing is over. */
const emptySeconds = 10 * 3600;
/** People in a room at the most; the roster is shorter, and a pass for a stranger is never minted. */
const mostPeople = 16;
const requestSeconds = 5;

export function liveKit(keys: MediaKeys): MediaServer {
  const rooms = new RoomServiceClient(keys.url, keys.apiKey, keys.apiSecret, {
    requestTimeout: requestSeconds,
  });
  const receiver = new WebhookReceiver(keys.webhookKey, keys.webhookSecret);

  return {
    publicUrl: keys.publicUrl,
    makeRoom: (name) =>
      reach(async () => {
        const options = {
          name,
          emptyTimeout: emptySeconds,
          departureTimeout: emptySeconds,
          maxParticipants: mostPeople,
        };
        await rooms.createRoom(options);
      }),
    takeRoomAway: (name) =>
      reach(async () => {
        try {
          await rooms.deleteRoom(name);
        } catch (error) {
          if (!(error instanceof TwirpError) || error.status !== 404) throw error;
        }
      }),
    present: (names) => reach(async () => (await rooms.listRooms([...names])).map((room) => room.name)),
    mintPass: (room, identity) => {
      const pass = new AccessToken(keys.apiKey, keys.apiSecret, { identity, ttl: passSeconds });
      pass.addGrant({
        roomJoin: true,
        room,
        canSubscribe: true,
        canPublish: true,
        canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE],
        canPublishData: false,
        canUpdateOwnMetadata: false,
        canSubscribeMetrics: false,
      });
      return pass.toJwt();
    },
    async readEvent(rawBody, authorization) {
      if (authorization === undefined) return undefined;
      try {
        return await receiver.receive(rawBody, authorization);
      } catch {
        // Whatever is wrong with it, it is not the media server's: forged. The caller counts it.
        return undefined;
      }
    },
  };
}

async function reach<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    throw Object.assign(new Refusal('media-unreachable'), { cause: error });
  }
}
