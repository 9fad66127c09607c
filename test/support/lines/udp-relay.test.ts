import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { narrowRelay } from './kernel-rate.ts';
import { line, type Line } from './line.ts';
import { udpRelay, type Place, type UdpRelay } from './udp-relay.ts';

/** The relay itself, over real sockets: what its line carries arrives at the server, and its answers with whoever asked. */

const good: Line = { loss: 0, delay: 5, jitter: 0 };
let server: Socket;
let clients: Socket[];
let relay: UdpRelay | undefined;

const bound = async (): Promise<Socket> => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
};
const placeOf = (socket: Socket): Place => socket.address();
const client = async (): Promise<Socket> => {
  const made = await bound();
  clients.push(made);
  return made;
};

beforeEach(async () => {
  clients = [];
  server = await bound();
  // Says to each what they said.
  server.on('message', (message, { port, address }) =>
    server.send(`${message.toString()} heard`, port, address),
  );
});
afterEach(() => {
  relay?.close();
  for (const socket of [server, ...clients]) socket.close();
});

const answerTo = async (asking: Socket, said: string, { port }: UdpRelay): Promise<string> => {
  asking.send(said, port, '127.0.0.1');
  const [message] = (await once(asking, 'message')) as [Buffer];
  return message.toString();
};

it('brings the answer back to whoever asked, both ways late', async () => {
  relay = await udpRelay(placeOf(server), { ...good, delay: 40 }, 1);
  const [one, other] = [await client(), await client()];
  const before = performance.now();
  expect(await Promise.all([answerTo(one, 'one', relay), answerTo(other, 'other', relay)])).toEqual([
    'one heard',
    'other heard',
  ]);
  expect(performance.now() - before).toBeGreaterThanOrEqual(79);
});

it('loses on the way what its line loses, one by one', async () => {
  const lossy = { ...good, loss: 0.3 };
  relay = await udpRelay(placeOf(server), lossy, 7);
  const asking = await client();
  const came = new Set<number>();
  server.removeAllListeners('message').on('message', (message) => came.add(Number(message.toString())));
  const carry = line(lossy, 7);
  const expected = Array.from({ length: 60 }, (_, index) => index).filter(() => carry(2, 0) !== undefined);
  for (let index = 0; index < 60; index += 1) asking.send(`${index}`, relay.port, '127.0.0.1');
  await expect.poll(() => [...came].sort((one, two) => one - two)).toEqual(expected);
  expect(expected.length).toBeLessThan(60);
  await expect.poll(() => relay?.counted()).toEqual({ carried: expected.length, lost: 60 - expected.length });
});

it('is no line at all while it drops everything, and one again afterwards', async () => {
  relay = await udpRelay(placeOf(server), good, 1);
  const asking = await client();
  expect(await answerTo(asking, 'before', relay)).toBe('before heard');
  relay.become(undefined);
  asking.send('into nothing', relay.port, '127.0.0.1');
  await expect.poll(() => relay?.counted().lost).toBe(1);
  relay.become(good);
  expect(await answerTo(asking, 'after', relay)).toBe('after heard');
});

it('is no wider than its rate, whoever keeps that here, and wide again when it is another line', async () => {
  const rate = 300_000;
  const narrow = await narrowRelay(placeOf(server), { ...good, rate }, 1);
  relay = narrow;
  const asking = await client();
  expect(await answerTo(asking, 'through it', narrow)).toBe('through it heard');
  let came: number[] = [];
  server.removeAllListeners('message').on('message', () => came.push(performance.now()));
  /** More than the line holds, at once; the seconds between when the first and the last of those that were not too many came. */
  const flood = async () => {
    came = [];
    for (let packet = 0; packet < 60; packet += 1) asking.send(Buffer.alloc(1_000), narrow.port, '127.0.0.1');
    await expect
      .poll(() => (came.at(-1) ?? Infinity) < performance.now() - 300, { timeout: 5_000 })
      .toBe(true);
    return ((came.at(-1) ?? 0) - (came[0] ?? 0)) / 1_000;
  };
  const seconds = await flood();
  // Less what the bucket had room for at first.
  expect(((came.length - 5) * 8_000) / seconds).toBeLessThan(rate * 1.1);
  expect(came.length).toBeLessThan(30);
  expect(came.length).toBeGreaterThan(5);
  narrow.become(good);
  await flood();
  expect(came.length).toBe(60);
});
