import { join } from 'node:path';
import { Obstacle } from './obstacle.ts';

/**
 * One running copy of saksi on this machine: its name, its folder, its ports. Two instances share
 * nothing but the source and the kept tools, so the tests never disturb a running product.
 */
export type Instance = {
  name: string;
  /** The repository's root. */
  root: string;
  /** Everything this instance writes; git ignores it. */
  folder: string;
  ports: Ports;
  /** The environment variables that choose other ports, for sentences about a taken one. */
  portSettings: { emulator: string; liveKit: string };
};

export type Ports = {
  /** Site, API, sign-in page and every emulated AWS service. */
  emulator: number;
  /** LiveKit's signalling and API. */
  liveKit: number;
  /** Media over UDP: two after LiveKit's own, where its documentation has it too. */
  mediaUdp: number;
};

type Environment = Record<string, string | undefined>;

const root = join(import.meta.dirname, '..', '..');

/** What `npm start` runs. SAKSI_INSTANCE names another beside it, which then needs other ports. */
export function startInstance(env: Environment = process.env): Instance {
  const name = env['SAKSI_INSTANCE'] || 'start';
  if (!/^[a-z0-9-]{1,32}$/.test(name) || name === 'test') {
    throw new Obstacle(
      `SAKSI_INSTANCE is "${name}": choose another name of small letters, digits and hyphens ("test" belongs to npm test).`,
    );
  }
  const settings = { emulator: 'SAKSI_PORT', liveKit: 'SAKSI_LIVEKIT_PORT' };
  return instance(name, env, settings, { emulator: 4566, liveKit: 7880 });
}

/** What `npm test` runs, on ports of its own. */
export function testInstance(env: Environment = process.env): Instance {
  const settings = { emulator: 'SAKSI_TEST_PORT', liveKit: 'SAKSI_TEST_LIVEKIT_PORT' };
  return instance('test', env, settings, { emulator: 4666, liveKit: 7890 });
}

function instance(
  name: string,
  env: Environment,
  portSettings: Instance['portSettings'],
  usual: { emulator: number; liveKit: number },
): Instance {
  const liveKit = port(env, portSettings.liveKit, usual.liveKit);
  const emulator = port(env, portSettings.emulator, usual.emulator);
  const ports = { emulator, liveKit, mediaUdp: liveKit + 2 };
  return { name, root, folder: join(root, '.saksi', name), ports, portSettings };
}

function port(env: Environment, setting: string, usual: number): number {
  const text = env[setting];
  if (!text) return usual;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1024 && number <= 65_000) return number;
  throw new Obstacle(`${setting} is "${text}": give a port number from 1024 to 65000.`);
}
