import { beforeEach, describe, expect, it } from 'vitest';
import {
  keepListening,
  reopenMs,
  type Listening,
  type Surroundings,
} from '../../../web/src/nudges/keep-listening.ts';

/** A socket that does what the test says. */
class Socket extends EventTarget {
  closed = false;
  close(): void {
    this.closed = true;
  }
  say(type: 'open' | 'message' | 'close'): void {
    this.dispatchEvent(new Event(type));
  }
}

let now = 0;
let timers: { readonly run: () => void; readonly at: number }[] = [];
let opened: (Socket & { readonly asked?: readonly unknown[] })[] = [];
let looked = 0;
let tickets = 0;
let give: () => Promise<{ url: string; ticket: string }>;
let listening: Listening;

const by: Surroundings = {
  open: (...asked) => {
    const socket = Object.assign(new Socket(), { asked });
    opened.push(socket);
    return socket as unknown as WebSocket;
  },
  later: (run, milliseconds) => {
    timers.push({ run, at: now + milliseconds });
    return 0 as unknown as ReturnType<typeof setTimeout>;
  },
  now: () => now,
  random: () => 1,
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
async function pass(milliseconds: number): Promise<void> {
  now += milliseconds;
  const due = timers.filter(({ at }) => at <= now);
  timers = timers.filter(({ at }) => at > now);
  for (const { run } of due) run();
  await settled();
}
const latest = () => opened.at(-1) as Socket;

beforeEach(async () => {
  [now, timers, opened, looked, tickets] = [100_000, [], [], 0, 0];
  give = async () => ({ url: 'wss://pages.example.org', ticket: `ticket-${(tickets += 1)}` });
  listening = keepListening({ ticket: () => give(), lookAgain: () => (looked += 1) }, by);
  await settled();
});

describe('a page that listens', () => {
  it('shows its ticket as a subprotocol, and in no address', () => {
    expect(opened.map(({ asked }) => asked)).toEqual([
      ['wss://pages.example.org', ['look-again', 'ticket-1']],
    ]);
  });

  it('looks once when the socket opens, each time it is told to, and when it is lost', () => {
    expect(listening.listens()).toBe(false);
    latest().say('open');
    expect([listening.listens(), looked]).toEqual([true, 1]);
    latest().say('message');
    latest().say('message');
    expect(looked).toBe(3);
    latest().say('close');
    expect([listening.listens(), looked]).toEqual([false, 4]);
  });

  it('opens another by another ticket when it is lost', async () => {
    latest().say('open');
    latest().say('close');
    await pass(reopenMs(0, 1));
    expect(opened.at(-1)?.asked).toEqual(['wss://pages.example.org', ['look-again', 'ticket-2']]);
  });

  it('where it is blocked never listens, never looks, and tries less and less often', async () => {
    const waits: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      latest().say('close');
      const wait = (timers[0]?.at ?? 0) - now;
      waits.push(wait);
      await pass(wait);
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect([waits[0], waits.at(-1)]).toEqual([1_000, 300_000]);
    expect([looked, listening.listens()]).toEqual([0, false]);
  });

  it('goes on where it gets no ticket, or the browser refuses the socket', async () => {
    latest().say('close');
    give = () => Promise.reject(new Error('asked too often'));
    await pass(1_000);
    expect(opened).toHaveLength(1);
    give = async () => ({ url: 'no address', ticket: 'one' });
    await pass(2_000);
    expect(opened).toHaveLength(2);
  });

  it('begins quickly again after a socket that lasted', async () => {
    for (let n = 0; n < 4; n += 1) {
      latest().say('close');
      await pass(300_000);
    }
    latest().say('open');
    now += 60_001;
    latest().say('close');
    expect((timers.at(-1)?.at ?? 0) - now).toBe(1_000);
  });

  it('opens another where it finds something that it was not told of', async () => {
    const deaf = latest();
    deaf.say('open');
    now += 20_000;
    listening.found();
    await pass(5_000);
    expect(deaf.closed).toBe(true);
    expect(opened).toHaveLength(2);
  });

  it('keeps the one that tells it, a little before or after it finds that itself', async () => {
    latest().say('open');
    now += 20_000;
    latest().say('message');
    now += 4_000;
    listening.found();
    await pass(5_000);
    now += 20_000;
    listening.found();
    now += 2_000;
    latest().say('message');
    await pass(3_000);
    expect(opened).toHaveLength(1);
  });

  it('opens another at once where the line was lost and is back', async () => {
    latest().say('open');
    listening.anew();
    await settled();
    expect(opened.map(({ closed }) => closed)).toEqual([true, false]);
    expect(listening.listens()).toBe(false);
  });

  it('is quiet once it stops, whatever was on its way', async () => {
    latest().say('open');
    const before = looked;
    listening.stop();
    latest().say('message');
    latest().say('close');
    await pass(600_000);
    expect([latest().closed, looked, opened.length, listening.listens()]).toEqual([true, before, 1, false]);
  });
});
