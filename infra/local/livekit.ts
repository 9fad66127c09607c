import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { answers } from './emulator.ts';
import type { Instance } from './instance.ts';
import {
  lintLiveKitConfig,
  lintLoopback,
  type LiveKitKeys,
  localLiveKitConfig,
  renderLiveKitConfig,
} from './livekit-config.ts';
import { Obstacle } from './obstacle.ts';
import { type Crew, launch, type Service, untilReady } from './processes.ts';

const Keys = z.strictObject({
  apiKey: z.string(),
  apiSecret: z.string(),
  webhookKey: z.string(),
  webhookSecret: z.string(),
});

export const liveKitUrl = (instance: Instance) => `ws://127.0.0.1:${instance.ports.liveKit}`;
const liveKitApiUrl = (instance: Instance) => `http://127.0.0.1:${instance.ports.liveKit}`;

/** The instance's own random keys, made once and readable by its owner only. */
export function liveKitKeys(instance: Instance): LiveKitKeys {
  const file = join(instance.folder, 'livekit-keys.json');
  if (existsSync(file)) return Keys.parse(JSON.parse(readFileSync(file, 'utf8')));
  const keys = {
    apiKey: `API${randomBytes(9).toString('hex')}`,
    apiSecret: randomBytes(32).toString('base64url'),
    webhookKey: `HOOK${randomBytes(9).toString('hex')}`,
    webhookSecret: randomBytes(32).toString('base64url'),
  };
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

/** The secret from which the functions take LiveKit's address and keys. */
export function liveKitSecret(instance: Instance) {
  return { url: liveKitApiUrl(instance), publicUrl: liveKitUrl(instance), ...liveKitKeys(instance) };
}

/** Starts the server with webhooks to the API's own host. */
export async function startLiveKit(
  instance: Instance,
  crew: Crew,
  command: string,
  gatewayUrl: string,
  signal: AbortSignal,
): Promise<Service> {
  const keys = liveKitKeys(instance);
  const webhookUrls = [`${gatewayUrl}/api/rooms/hooks/livekit`];
  const config = localLiveKitConfig({ ports: instance.ports, keys, webhookUrls });
  const faults = [...lintLiveKitConfig(config, keys), ...lintLoopback(config)];
  if (faults.length > 0) throw new Obstacle(`LiveKit's settings are not safe. ${faults.join(' ')}`);
  const file = join(instance.folder, 'livekit.yaml');
  writeFileSync(file, renderLiveKitConfig(config), { mode: 0o600 });
  const service = await launch(crew, {
    name: 'The LiveKit server',
    command,
    args: ['--config', file],
    cwd: instance.folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: instance.folder, LANG: 'C.UTF-8' },
    logFile: join(instance.folder, 'logs', 'livekit.log'),
    askAgainAfter: 1500,
  });
  await untilReady(service, () => answers(liveKitApiUrl(instance)), signal);
  return service;
}
