import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessToken, type VideoGrant } from 'livekit-server-sdk';
import {
  holdSeconds,
  turn,
  type MachineKind,
  type Noted,
  type Passage,
  type Turn,
  type Turned,
} from '../../functions/media/contract.ts';
import type { MediaKeys } from '../../functions/rooms/media/media-keys.ts';

/** Gives turns as `rooms` does, in the hands of a test: who holds a machine, where it is to be, and who passes. */
export interface Turns {
  readonly url: string;
  /** Rooms by key, with the name at the media server; each number is greater than any before. */
  readonly places: Record<MachineKind, Map<string, { readonly name: string; readonly since: number }>>;
  passage: Record<string, Passage>;
  channels: string[];
  /** Answers nothing while it is true. */
  isSilent: boolean;
  isOver: boolean;
  /** Everything that was said, with its hour by the clock of the test. */
  readonly said: {
    readonly machine: MachineKind;
    readonly turn: Turn;
    readonly at: number;
    readonly answer: Turned;
  }[];
  readonly noted: Noted[];
  readonly close: () => void;
}

const lease = holdSeconds * 1000;

const grants: Record<MachineKind, (room: string) => VideoGrant> = {
  relay: (room) =>
    room === 'screened'
      ? { canPublish: true, canSubscribe: false }
      : { hidden: true, canPublish: false, canSubscribe: true },
  observer: () => ({ hidden: true, canPublish: false, canSubscribe: true }),
};

export async function giveTurns(keys: Pick<MediaKeys, 'apiKey' | 'apiSecret' | 'publicUrl'>): Promise<Turns> {
  const holders = new Map<MachineKind, { holder: string; until: number; fence: number }>();
  const passOf = async (machine: MachineKind, room: string, name: string, fence: number) => {
    const identity = `m-${machine === 'relay' ? 'r' : 'o'}-${fence}`;
    const token = new AccessToken(keys.apiKey, keys.apiSecret, { identity, ttl: 60 });
    token.addGrant({ roomJoin: true, room: name, canPublishData: false, ...grants[machine](room) });
    return { url: keys.publicUrl, token: await token.toJwt(), identity };
  };

  async function answer(machine: MachineKind, said: Turn): Promise<Turned> {
    const none = { again: 1_000, places: [], passage: {} };
    if (turns.isOver) return { hold: 'over', ...none };
    const now = performance.now();
    const held = holders.get(machine);
    if (held !== undefined && held.holder !== said.holder && held.until > now)
      return { hold: 'of-another', ...none };
    const fence = held?.holder === said.holder ? held.fence : (held?.fence ?? 0) + 1;
    holders.set(machine, { holder: said.holder, until: now + lease, fence });
    const places = [...turns.places[machine]].map(async ([room, { name, since }]) => ({
      room,
      since,
      ...(said.at.some((place) => place.room === room && place.since === since)
        ? {}
        : { pass: await passOf(machine, room, name, fence) }),
    }));
    const { passage, channels } = turns;
    return { hold: 'yours', again: 1_000, places: await Promise.all(places), passage, channels };
  }

  const server = createServer((request, response) => {
    const machine = /\/machines\/(relay|observer)\/turns$/.exec(request.url ?? '')?.[1] as
      | MachineKind
      | undefined;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    const reply = async () => {
      if (machine === undefined || turns.isSilent) return;
      const said = turn.parse(JSON.parse(Buffer.concat(parts).toString()));
      const answered = await answer(machine, said);
      turns.said.push({ machine, turn: said, at: performance.now(), answer: answered });
      turns.noted.push(...(said.noted ?? []));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answered));
    };
    request.on('end', () => void reply());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const turns: Turns = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    places: { relay: new Map(), observer: new Map() },
    passage: {},
    channels: [],
    isSilent: false,
    isOver: false,
    said: [],
    noted: [],
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return turns;
}
