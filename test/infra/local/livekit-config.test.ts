import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startInstance } from '../../../infra/local/instance.ts';
import { liveKitKeys } from '../../../infra/local/livekit.ts';
import {
  lintLiveKitConfig,
  lintLoopback,
  type LiveKitConfig,
  localLiveKitConfig,
  renderLiveKitConfig,
} from '../../../infra/local/livekit-config.ts';

const keys = {
  apiKey: 'API1',
  apiSecret: 'a'.repeat(43),
  webhookKey: 'HOOK1',
  webhookSecret: 'b'.repeat(43),
};
const ports = { liveKit: 7880, mediaUdp: 7882 };

function config(change: (config: LiveKitConfig) => void = () => {}): LiveKitConfig {
  const made = localLiveKitConfig({ ports, keys, webhookUrls: ['http://127.0.0.1:4566/hook'] });
  change(made);
  return made;
}

it('finds nothing in what saksi itself writes', () => {
  expect(lintLiveKitConfig(config(), keys)).toEqual([]);
  expect(lintLoopback(config())).toEqual([]);
});

it.each<[string, (config: LiveKitConfig) => void]>([
  ['room.auto_create', (c) => (c.room.auto_create = true)],
  ['keys must hold the two keys', (c) => (c.keys['API2'] = 'c'.repeat(43))],
  ['keys must hold the two keys', (c) => delete c.keys['HOOK1']],
  ['webhook.api_key must be the webhook key', (c) => (c.webhook.api_key = 'API1')],
  ['rtc.stun_servers', (c) => (c.rtc.stun_servers = [])],
])('finds: %s', (sentence, change) => {
  expect(lintLiveKitConfig(config(change), keys).join('\n')).toContain(sentence);
});

it('finds one key used for both purposes', () => {
  const shared = { ...keys, webhookKey: keys.apiKey };
  expect(lintLiveKitConfig(config(), shared)).toContain(
    'The webhook key must not be the key that mints tokens.',
  );
  const sameSecret = { ...keys, webhookSecret: keys.apiSecret };
  const written = localLiveKitConfig({
    ports,
    keys: sameSecret,
    webhookUrls: ['http://127.0.0.1:4566/hook'],
  });
  expect(lintLiveKitConfig(written, sameSecret).join('\n')).toContain('Two keys share a secret');
});

it.each<[string, (config: LiveKitConfig) => void]>([
  ['bind_addresses must name loopback', (c) => (c.bind_addresses = [])],
  ['Only loopback addresses', (c) => (c.bind_addresses = ['0.0.0.0'])],
  ['Only loopback addresses', (c) => (c.rtc.node_ip = '192.0.2.1')],
  ['use_external_ip must be false', (c) => (c.rtc.use_external_ip = true)],
  ['tcp_port must be 0', (c) => (c.rtc.tcp_port = 7881)],
  ['turn.enabled must be false', (c) => (c.turn.enabled = true)],
])('finds on one machine: %s', (sentence, change) => {
  expect(lintLoopback(config(change)).join('\n')).toContain(sentence);
});

it('writes what LiveKit reads back unchanged', () => {
  expect(JSON.parse(renderLiveKitConfig(config()))).toEqual(config());
});

it('makes keys once for each instance, random and for its owner only', () => {
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'saksi-keys-')));
  const [one, two] = folders.map((folder) => ({ ...startInstance({}), folder }));
  if (!one || !two) throw new Error('two folders were made');
  const made = liveKitKeys(one);
  expect(liveKitKeys(one)).toEqual(made);
  expect(liveKitKeys(two)).not.toEqual(made);
  expect(new Set(Object.values(made)).size).toBe(4);
  const file = join(one.folder, 'livekit-keys.json');
  expect(existsSync(file) && readFileSync(file, 'utf8')).toContain(made.apiSecret);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  for (const folder of folders) rmSync(folder, { recursive: true });
});
