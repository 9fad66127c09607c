/**
 * A flood, in a thread of its own so that it does not keep the clock that measures: so many loops of arrivals from one
 * guest's cookie, and forged reports of the media server as fast as the machine sends them. Runs until it is terminated, and counts what it
 * sends.
 */
import { randomBytes } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import { fetchByName } from '../../../infra/local/fetch-by-name.ts';

export interface FloodOf {
  readonly arrivals: string;
  readonly cookie: string;
  readonly hooks: string;
  /** How many loops of arrivals, and of forged reports, run at once. */
  readonly loops: number;
  readonly forgers: number;
  /** Arrivals sent, arrivals taken, forged reports sent; shared with whoever looks. */
  readonly counts: Int32Array;
}

const device = { camera: true, microphone: true, connection: 'good' };
const newKey = (): string => randomBytes(24).toString('base64url');

const { arrivals, cookie, hooks, loops, forgers, counts } = workerData as FloodOf;

const post = async (address: string, headers: Record<string, string>, body: string): Promise<number> => {
  try {
    const response = await fetchByName(address, { method: 'POST', headers, body });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0; // The flood goes on whatever becomes of one request.
  }
};

/** The next loop begins when this one was answered: forty functions that start at once would only wait for one another. */
async function arrive(loop: number): Promise<never> {
  for (let first = true; ; first = false) {
    const headers = { 'content-type': 'application/json', 'idempotency-key': newKey(), cookie };
    const status = await post(arrivals, headers, JSON.stringify(device));
    Atomics.add(counts, 0, 1);
    if (status === 201) Atomics.add(counts, 1, 1);
    if (first && loop < loops) void arrive(loop + 1);
  }
}

async function forge(forger: number): Promise<never> {
  for (let first = true; ; first = false) {
    const headers = { 'content-type': 'application/webhook+json', authorization: 'forged' };
    const event = { event: 'participant_left', id: newKey(), room: { name: 'r' } };
    await post(hooks, headers, JSON.stringify(event));
    Atomics.add(counts, 2, 1);
    if (first && forger < forgers) void forge(forger + 1);
  }
}

void arrive(1);
if (forgers > 0) void forge(1);
