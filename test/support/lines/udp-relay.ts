import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { line, type Line } from './line.ts';

/**
 * A relay of UDP that makes a good way a bad one: it stands before a server, and whoever asks at its port reaches that
 * server over the line. Each who asks has a socket of their own towards the server, so that the answers find back.
 */
export interface UdpRelay {
  readonly port: number;
  /** Packets so far, both ways: those that were carried over, and those that the line lost. */
  readonly counted: () => { readonly carried: number; readonly lost: number };
  /** From now on it is another line; undefined: nothing goes through at all. */
  readonly become: (other: Line | undefined) => void;
  readonly close: () => void;
}

/** What the waves of ICE make of one client, and a few for what was there before. */
const mostClients = 64;

/** Where somebody listens. */
export interface Place {
  readonly address: string;
  readonly port: number;
}

/**
 * @param server what it stands before
 * @param seed of what is lost and late
 * @param at the address at which it listens
 */
export async function udpRelay(
  server: Place,
  first: Line,
  seed: number,
  at = '127.0.0.1',
): Promise<UdpRelay> {
  const front = createSocket('udp4');
  const backs = new Map<string, Socket>();
  const waiting = new Set<NodeJS.Timeout>();
  const counted = { carried: 0, lost: 0 };
  let ways = waysOf(first);
  function waysOf(of: Line | undefined) {
    return of === undefined ? undefined : { up: line(of, seed), down: line(of, seed + 1) };
  }
  function carry(way: 'up' | 'down', { length }: Buffer, deliver: () => void): void {
    const now = performance.now();
    const arrives = ways?.[way](length, now);
    if (arrives === undefined) {
      counted.lost += 1;
      return;
    }
    const timer = setTimeout(() => {
      waiting.delete(timer);
      counted.carried += 1;
      deliver();
    }, arrives - now);
    waiting.add(timer);
  }
  function backOf(address: string, port: number): Socket {
    const key = `${address} ${port}`;
    const known = backs.get(key);
    if (known !== undefined) return known;
    if (backs.size >= mostClients) throw new Error('More clients than the relay is for.');
    const back = createSocket('udp4');
    backs.set(key, back);
    back.on('message', (message) => carry('down', message, () => front.send(message, port, address)));
    return back;
  }
  front.on('message', (message, { address, port }) => {
    const back = backOf(address, port);
    carry('up', message, () => back.send(message, server.port, server.address));
  });
  front.bind(0, at);
  await once(front, 'listening');
  return {
    port: front.address().port,
    counted: () => ({ ...counted }),
    become: (other) => {
      ways = waysOf(other);
    },
    close: () => {
      for (const timer of waiting) clearTimeout(timer);
      front.close();
      for (const back of backs.values()) back.close();
    },
  };
}
