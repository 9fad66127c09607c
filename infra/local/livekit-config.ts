import { isDeepStrictEqual } from 'node:util';

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
  };
}

/** LiveKit reads YAML, and every JSON text is YAML. */
export function renderLiveKitConfig(config: LiveKitConfig): string {
  return `${JSON.stringify(config, null, 2)}\n`;
}

const LOOPBACK = ['127.0.0.1', '::1'];
const SHORTEST_SECRET = 32;
const LEAST_MINUTES = 10;
const LEAST_DEPTH = 5000;

/**
 * What is wrong with a LiveKit configuration, one sentence each; empty when nothing is. `keys` are
 * those that saksi itself holds. The reasons are in decisions about rooms: tokens outlive an
 * ejection unless rooms are never made by joining, and any key of the map has full power.
 */
export function lintLiveKitConfig(config: LiveKitConfig, keys: LiveKitKeys): string[] {
  const held = { [keys.apiKey]: keys.apiSecret, [keys.webhookKey]: keys.webhookSecret };
  const queue = config.webhook.resource_url_notifier;
  const checks: [boolean, string][] = [
    [!config.room.auto_create, 'room.auto_create must be false: a token must not bring an ended room back.'],
    [keys.apiKey !== keys.webhookKey, 'The webhook key must not be the key that mints tokens.'],
    [keys.apiSecret !== keys.webhookSecret, 'The two keys must not share a secret.'],
    [isDeepStrictEqual(config.keys, held), 'keys must hold the two keys that saksi knows, and no other.'],
    [
      Object.values(config.keys).every((secret) => secret.length >= SHORTEST_SECRET),
      `Every secret must have at least ${SHORTEST_SECRET} characters.`,
    ],
    [
      !Object.entries(config.keys).some(([key, secret]) => isWellKnown(key) || isWellKnown(secret)),
      'No key or secret may be one from an example.',
    ],
    [config.webhook.api_key === keys.webhookKey, 'webhook.api_key must be the webhook key.'],
    [config.webhook.urls.length > 0, 'webhook.urls must name a receiver.'],
    [
      minutes(queue.max_age) >= LEAST_MINUTES,
      `webhook.resource_url_notifier.max_age must be at least ${LEAST_MINUTES}m.`,
    ],
    [
      queue.max_depth >= LEAST_DEPTH,
      `webhook.resource_url_notifier.max_depth must be at least ${LEAST_DEPTH}.`,
    ],
  ];
  return checks.filter(([good]) => !good).map(([, sentence]) => sentence);
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

/** The names and secrets that LiveKit's own examples and its developer mode use. */
function isWellKnown(text: string): boolean {
  return ['devkey', 'secret', 'key1', 'key2', 'APIdevkey'].includes(text) || /^(your|my)[-_]/i.test(text);
}

function minutes(duration: string): number {
  const [, number, unit] = /^(\d+)(s|m|h)$/.exec(duration) ?? [];
  const perMinute = { s: 1 / 60, m: 1, h: 60 }[unit ?? ''];
  return perMinute === undefined ? 0 : Number(number) * perMinute;
}
