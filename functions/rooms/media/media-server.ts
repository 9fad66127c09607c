import { RoomServiceClient, TwirpError, type WebhookEvent } from 'livekit-server-sdk';
import { Refusal } from '../../shared/refusals.ts';
import type { Sends } from '../contract.ts';
import { machineSecret } from '../../media/port/task.ts';
import type { MachineKind } from '../../media/contract.ts';
import type { MediaKeys } from './media-keys.ts';
import type { Present } from './intruder.ts';
import { markAttribute, mintPass } from './pass.ts';
import { readWebhook } from './webhook.ts';

/** The media server as rooms need it. */
export interface MediaServer {
  /** Makes a room; making it twice is harmless. @throws {Refusal} `media-unreachable` */
  readonly makeRoom: (name: string) => Promise<void>;
  /** Takes a room and everybody in it away; a room that is gone already is fine. @throws {Refusal} `media-unreachable` */
  readonly takeRoomAway: (name: string) => Promise<void>;
  /** Ends somebody's connection; who is gone already is fine. @throws {Refusal} `media-unreachable` */
  readonly putOut: (roomName: string, identity: string) => Promise<void>;
  /** Which of these rooms are there. @throws {Refusal} `media-unreachable` */
  readonly present: (names: readonly string[]) => Promise<readonly string[]>;
  /** Who is in a room, hidden ones too; nobody when it is gone. @throws {Refusal} `media-unreachable` */
  readonly participants: (roomName: string) => Promise<readonly Present[]>;
  /**
   * Whether a pass to a room that is not there is refused, as everything here depends on. Asks the server to judge a pass,
   * which joins nothing. @throws {Refusal} `media-unreachable`
   */
  readonly refusesAbsentRoom: (roomName: string) => Promise<boolean>;
  /** See pass.ts. */
  readonly mintPass: (
    roomName: string,
    identity: string,
    mark: string,
    sends: Sends,
    isHidden?: boolean,
  ) => Promise<string>;
  /** Of a machine: seen by nobody, but where it gives what it carries. It publishes there alone. */
  readonly mintMachinePass: (
    roomName: string,
    identity: string,
    mark: string,
    gives: boolean,
  ) => Promise<string>;
  /** By which a machine of a session is known where it asks for its turn (media/port/task.ts). */
  readonly machineSecret: (machine: MachineKind, sessionId: string) => string;
  /** See webhook.ts. */
  readonly readEvent: (
    rawBody: string,
    authorization: string | undefined,
  ) => Promise<WebhookEvent | undefined>;
  /** WebSocket address for browsers. */
  readonly publicUrl: string;
}

/** Seconds an empty room lives: a whole working day, since only we decide when a hearing is over. */
const emptySeconds = 10 * 3600;
/** People in a room at the most; the roster is shorter, and a pass for a stranger is never minted. */
const mostPeople = 24;
const requestSeconds = 5;

export function liveKit(keys: MediaKeys): MediaServer {
  const rooms = new RoomServiceClient(keys.url, keys.apiKey, keys.apiSecret, {
    requestTimeout: requestSeconds,
  });
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
          // Taken away by two at once, the server gives one of them no answer, or a late one: what counts is whether it is there.
          if ((await rooms.listRooms([name])).length > 0) throw error;
        }
      }),
    putOut: (name, identity) =>
      reach(async () => {
        try {
          await rooms.removeParticipant(name, identity);
        } catch (error) {
          if (!(error instanceof TwirpError && error.status === 404)) throw error;
        }
      }),
    present: (names) => reach(async () => (await rooms.listRooms([...names])).map((room) => room.name)),
    participants: (name) =>
      reach(async () => {
        try {
          return (await rooms.listParticipants(name)).map(({ identity, sid, attributes, tracks }) => ({
            identity,
            connection: sid,
            mark: attributes[markAttribute] ?? '',
            tracks: tracks.map((track) => ({ name: track.name })),
          }));
        } catch (error) {
          if (error instanceof TwirpError && error.status === 404) return [];
          throw error;
        }
      }),
    refusesAbsentRoom: (name) =>
      reach(async () => {
        const token = await mintPass(keys, name, name, name);
        const { status } = await fetch(new URL('/rtc/validate', keys.url), {
          headers: { authorization: `Bearer ${token}` },
          signal: AbortSignal.timeout(requestSeconds * 1000),
        });
        if (status !== 404 && status !== 200) throw new Error(`the media server answered ${status}`);
        return status === 404;
      }),
    mintPass: (...of) => mintPass(keys, ...of),
    mintMachinePass: (room, identity, mark, gives) => {
      const sends = gives ? 'voices-and-picture' : 'nothing';
      return mintPass(keys, room, identity, mark, sends, !gives);
    },
    machineSecret: (machine, sessionId) => machineSecret(keys.apiSecret, machine, sessionId),
    readEvent: (rawBody, authorization) => readWebhook(keys, rawBody, authorization),
  };
}

async function reach<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    throw Object.assign(new Refusal('media-unreachable'), { cause: error });
  }
}
