import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Line } from './line.ts';
import { udpRelay, type Place, type UdpRelay } from './udp-relay.ts';

/**
 * A way to a server on loopback that is as wide as the kernel's own token bucket (tbf) lets it be, each way: a hop in a network of its own,
 * behind a pair of devices whose queues the kernel empties at that rate. The way from the hop to the server is another pair, as wide as it
 * can be.
 */
interface KernelRate {
  readonly at: Place;
  /** @param rate bits in a second; undefined for as many as there are */
  readonly become: (rate: number | undefined) => void;
  readonly close: () => void;
}

export interface NarrowRelay extends UdpRelay {
  readonly rateBy: 'kernel' | 'relay';
}

/**
 * The relay, its rate kept by the kernel where this machine lets us, and by the relay itself where it does not; whatever is tried over it
 * is tried on every machine.
 */
export async function narrowRelay(server: Place, first: Line, seed: number): Promise<NarrowRelay> {
  if (!hasKernelRate()) return { ...(await udpRelay(server, first, seed)), rateBy: 'relay' };
  const kernel = await kernelRate(server);
  const withoutRate = ({ rate, ...rest }: Line): Line => {
    kernel.become(rate);
    return rest;
  };
  const relay = await udpRelay(kernel.at, withoutRate(first), seed);
  return {
    ...relay,
    rateBy: 'kernel',
    become: (other) => relay.become(other === undefined ? undefined : withoutRate(other)),
    close: () => {
      relay.close();
      kernel.close();
    },
  };
}

const does = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' });
const starts = (command = '', ...args: string[]) =>
  spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
const done = (command: string, ...args: string[]): string => {
  const { status, stdout, stderr } = does(command, ...args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
};

/** Whether this machine lets us: by root's rights, with iproute2, on a kernel that has what it takes. */
function hasKernelRate(): boolean {
  if (process.getuid?.() !== 0 || does('tc', '-V').status !== 0) return false;
  const probe = `saksi-probe-${process.pid}`;
  if (does('ip', 'netns', 'add', probe).status !== 0) return false;
  const isThere = does('ip', 'netns', 'exec', probe, 'tc', ...bucket('lo', 300_000)).status === 0;
  done('ip', 'netns', 'del', probe);
  return isThere;
}

/** A bucket of one large packet, and as long a queue as the tests' own line has (line.ts). */
const bucket = (device: string, rate: number): string[] => [
  'qdisc',
  'replace',
  'dev',
  device,
  'root',
  'tbf',
  'rate',
  `${rate}bit`,
  'burst',
  '2kb',
  'latency',
  '400ms',
];

async function kernelRate(server: Place): Promise<KernelRate> {
  const name = `saksi-${process.pid}`;
  const [narrow, wide] = [`sakn${process.pid}`, `sakw${process.pid}`];
  const net = (pair: number, end: number) => `10.213.${process.pid % 256}.${pair * 4 + end}`;
  const inside = (...args: string[]) => done('ip', 'netns', 'exec', name, ...args);
  const close = () => {
    // The pairs go with it.
    done('ip', 'netns', 'del', name);
  };
  done('ip', 'netns', 'add', name);
  try {
    for (const [pair, device] of [narrow, wide].entries()) {
      done('ip', 'link', 'add', device, 'type', 'veth', 'peer', 'name', `${device}i`, 'netns', name);
      done('ip', 'addr', 'add', `${net(pair, 1)}/30`, 'dev', device);
      done('ip', 'link', 'set', device, 'up');
      inside('ip', 'addr', 'add', `${net(pair, 2)}/30`, 'dev', `${device}i`);
      inside('ip', 'link', 'set', `${device}i`, 'up');
    }
  } catch (error) {
    close();
    throw error;
  }
  const near = await udpRelay(server, { loss: 0, delay: 0, jitter: 0 }, 0, net(1, 1));
  let isRate: number | undefined;
  const program = fileURLToPath(new URL('./hop.ts', import.meta.url));
  const hop = starts(
    'ip',
    'netns',
    'exec',
    name,
    process.execPath,
    program,
    net(0, 2),
    net(1, 1),
    String(near.port),
  );
  const [said] = (await once(hop.stdout, 'data')) as [Buffer];
  return {
    at: { address: net(0, 2), port: Number(said.toString()) },
    become: (rate) => {
      if (rate === isRate) return;
      for (const [device, tc] of [
        [narrow, done],
        [`${narrow}i`, inside],
      ] as const)
        tc('tc', ...(rate === undefined ? ['qdisc', 'del', 'dev', device, 'root'] : bucket(device, rate)));
      isRate = rate;
    },
    close: () => {
      hop.kill();
      near.close();
      close();
    },
  };
}
