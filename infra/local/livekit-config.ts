import { isDeepStrictEqual } from 'node:util';
import { dangersOf } from '../livekit/dangers.ts';
import { readLiveKitSettings } from '../livekit/settings.ts';

/** The part of LiveKit's settings that saksi sets; the names are LiveKit's. */
export type LiveKitConfig = {
  port: number;
  bind_addresses: string[];
  rtc: {
    tcp_port: number;
    udp_port: number;
    node_ip: string;
    use_external_ip: boolean;
    enable_loopback_candidate: boolean;
    ips: { includes: string[] };
    stun_servers: string[];
  };
  turn: { enabled: boolean };
  room: { auto_create: boolean };
  keys: Record<string, string>;
  webhook: {
    api_key: string;
    urls: string[];
    resource_url_notifier: { max_age: string; max_depth: number };
  };
  logging: { json: boolean; level: string; pion_level: string };
  enable_data_tracks: boolean;
};

/** Two keys of full power: saksi calls and mints tokens with one, the server signs its webhooks with the other. */
export type LiveKitKeys = { apiKey: string; apiSecret: string; webhookKey: string; webhookSecret: string };

export type LiveKitPlan = {
  ports: { liveKit: number; mediaUdp: number };
  keys: LiveKitKeys;
  webhookUrls: string[];
};

/** Settings for one machine: everything on loopback. */
export function localLiveKitConfig({ ports, keys, webhookUrls }: LiveKitPlan): LiveKitConfig {
  return {
    port: ports.liveKit,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      // 0: none. It would listen on every interface, and on one machine nothing keeps UDP away.
      tcp_port: 0,
      udp_port: ports.mediaUdp,
      node_ip: '127.0.0.1',
      use_external_ip: false,
      enable_loopback_candidate: true,
      ips: { includes: ['127.0.0.1/32'] },
      // Without one, the server sends every browser to others' servers. Nothing answers here, and on one machine nothing has to.
      // It must not be the media port: Chromium takes whatever comes from its STUN server's address for an answer of that server.
      stun_servers: ['127.0.0.1:9'],
    },
    turn: { enabled: false },
    room: { auto_create: false },
    keys: { [keys.apiKey]: keys.apiSecret, [keys.webhookKey]: keys.webhookSecret },
    webhook: {
      api_key: keys.webhookKey,
      urls: webhookUrls,
      // The usual 30 s and 200 events lose what happened while the receiver was away.
      resource_url_notifier: { max_age: '10m', max_depth: 5000 },
    },
    logging: { json: true, level: 'info', pion_level: 'error' },
    enable_data_tracks: false,
  };
}

/** LiveKit reads YAML, and every JSON text is YAML. */
export function renderLiveKitConfig(config: LiveKitConfig): string {
  return `${JSON.stringify(config, null, 2)}\n`;
}

const LOOPBACK = ['127.0.0.1', '::1'];
/**
 * What is wrong with a configuration that saksi wrote, one sentence each; empty when nothing is: what would be dangerous in
 * any (livekit/dangers.ts), and whether `keys` are those that saksi itself holds.
 */
export function lintLiveKitConfig(config: LiveKitConfig, keys: LiveKitKeys): string[] {
  const held = { [keys.apiKey]: keys.apiSecret, [keys.webhookKey]: keys.webhookSecret };
  const checks: [boolean, string][] = [
    [keys.apiKey !== keys.webhookKey, 'The webhook key must not be the key that mints tokens.'],
    [isDeepStrictEqual(config.keys, held), 'keys must hold the two keys that saksi knows, and no other.'],
    [config.webhook.api_key === keys.webhookKey, 'webhook.api_key must be the webhook key.'],
  ];
  const dangers = dangersOf(readLiveKitSettings(renderLiveKitConfig(config)));
  return [
    ...checks.filter(([good]) => !good).map(([, sentence]) => sentence),
    ...dangers.map(({ setting, why }) => `${setting}: ${why}`),
  ];
}

/** What has to hold besides on one machine: nothing listens to the outside. */
export function lintLoopback(config: LiveKitConfig): string[] {
  const addresses = [...config.bind_addresses, config.rtc.node_ip];
  const checks: [boolean, string][] = [
    [
      config.bind_addresses.length > 0,
      'bind_addresses must name loopback: without it every interface is bound.',
    ],
    [
      addresses.every((address) => LOOPBACK.includes(address)),
      'Only loopback addresses may be bound or announced.',
    ],
    [
      !config.rtc.use_external_ip,
      'rtc.use_external_ip must be false: it asks a server outside for our address.',
    ],
    [config.rtc.tcp_port === 0, 'rtc.tcp_port must be 0: media over TCP would listen on every interface.'],
    [!config.turn.enabled, 'turn.enabled must be false: a relay would listen on every interface.'],
  ];
  return checks.filter(([good]) => !good).map(([, sentence]) => sentence);
}
