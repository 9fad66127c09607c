import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dangersOf } from '../../../infra/livekit/dangers.ts';
import { readLiveKitSettings } from '../../../infra/livekit/settings.ts';

/** What a production server of saksi could go by. */
const good = {
  port: 7880,
  keys: { APIroom: 'a'.repeat(43), APIhook: 'b'.repeat(43) },
  room: { auto_create: false },
  webhook: {
    api_key: 'APIhook',
    urls: ['https://hearings.example.org/api/rooms/hooks/livekit'],
    resource_url_notifier: { max_age: '10m', max_depth: 5000 },
  },
  turn: {
    enabled: true,
    udp_port: 443,
    domain: 'turn.example.org',
    allow_restricted_peer_cidrs: ['10.0.3.7/32'],
  },
  redis: { address: 'redis.example.org:6379', password: 'c'.repeat(20), tls: { enabled: true } },
  logging: { level: 'info', pion_level: 'error' },
  enable_data_tracks: false,
};

const settingsOf = (change: object) => readLiveKitSettings(JSON.stringify({ ...good, ...change }));
const named = (change: object) => dangersOf(settingsOf(change)).map(({ setting }) => setting);

it('finds nothing in a sound configuration', () => {
  expect(named({})).toEqual([]);
});

it.each<[string, object]>([
  ['room.auto_create', { room: {} }],
  ['room.auto_create', { room: null }],
  ['room.enable_remote_unmute', { room: { auto_create: false, enable_remote_unmute: true } }],
  ['room.room_configurations', { room: { auto_create: false, room_configurations: { rec: {} } } }],
  ['development', { development: true }],
  ['key_file', { key_file: 'keys.yaml' }],
  ['keys', { keys: { ...good.keys, APIold: 'd'.repeat(43) } }],
  ['keys', { keys: { APIhook: 'b'.repeat(43) } }],
  ['keys', { keys: { APIroom: 'a'.repeat(31), APIhook: 'b'.repeat(43) } }],
  ['keys', { keys: { devkey: 'a'.repeat(43), APIhook: 'b'.repeat(43) } }],
  ['keys', { keys: { APIroom: `your-secret-${'a'.repeat(32)}`, APIhook: 'b'.repeat(43) } }],
  ['keys', { keys: { APIroom: 'b'.repeat(43), APIhook: 'b'.repeat(43) } }],
  ['webhook.api_key', { webhook: { ...good.webhook, api_key: 'APIother' } }],
  ['webhook.api_key', { webhook: { ...good.webhook, api_key: 'toString' } }],
  ['webhook.urls', { webhook: { ...good.webhook, urls: [] } }],
  ['webhook.urls', { webhook: { ...good.webhook, urls: ['http://hearings.example.org/hook'] } }],
  ['webhook.urls', { webhook: { ...good.webhook, urls: ['not an address'] } }],
  [
    'webhook.filter_params',
    { webhook: { ...good.webhook, filter_params: { exclude_events: ['participant_left'] } } },
  ],
  [
    'webhook.filter_params',
    { webhook: { ...good.webhook, filter_params: { include_events: ['room_started'] } } },
  ],
  ['rtc.stun_servers', { turn: {} }],
  ['rtc.stun_servers', { turn: { enabled: true, tls_port: 5349, domain: 'turn.example.org' } }],
  ['rtc.stun_servers', { rtc: { stun_servers: ['stun1.l.google.com:19302'] } }],
  ['rtc.turn_servers', { rtc: { turn_servers: [{ host: 'global.turn.twilio.com', secret: 's' }] } }],
  [
    'rtc.turn_servers',
    { rtc: { turn_servers: [{ host: 'turn.example.org', username: 'u', credential: 'c' }] } },
  ],
  ['turn.ttl_seconds', { turn: { ...good.turn, ttl_seconds: 86_400 } }],
  ['redis', { redis: { ...good.redis, tls: {} } }],
  ['redis.tls.insecure', { redis: { ...good.redis, tls: { enabled: true, insecure: true } } }],
  ['redis.password', { redis: { ...good.redis, password: '' } }],
  ['redis.password', { redis: { cluster_addresses: ['10.0.0.4:6379'], tls: { enabled: true } } }],
  ['logging.level', { logging: { level: 'debug' } }],
  ['logging.level', { log_level: 'DEBUG' }],
  ['logging.pion_level', { logging: { pion_level: 'info' } }],
  ['prometheus', { prometheus_port: 6789 }],
  ['prometheus', { prometheus: { port: 6789, username: 'u' } }],
  ['debug_handler.port', { debug_handler: { port: 7070 } }],
  ['trace.jaeger_url', { trace: { jaeger_url: 'jaeger:6831' } }],
  ['enable_data_tracks', { enable_data_tracks: undefined }],
  ['enable_participant_data_blob', { enable_participant_data_blob: true }],
])('names %s alone in %j', (setting, change) => {
  expect(named(change)).toEqual([setting]);
});

it.each([
  '127.0.0.0/8',
  '169.254.169.254/32',
  '0.0.0.0/0',
  '::1/128',
  'fe80::1/128',
  '::/0',
  '10.0.0.0/4',
  'node',
])('names a relay that reaches %s', (cidr) => {
  const turn = { ...good.turn, allow_restricted_peer_cidrs: ['10.0.3.7', cidr] };
  expect(named({ turn })).toEqual(['turn.allow_restricted_peer_cidrs']);
});

it.each<[string | number, boolean]>([
  ['30s', true],
  ['9m59s', true],
  ['10m', false],
  ['600000ms', false],
  ['1h', false],
  [599e9, true],
  [600e9, false],
])('reads a wait of %s as Go does', (max_age, tooShort) => {
  const webhook = { ...good.webhook, resource_url_notifier: { max_age, max_depth: 5000 } };
  expect(named({ webhook })).toEqual(tooShort ? ['webhook.resource_url_notifier.max_age'] : []);
});

it('judges an empty file by the defaults of LiveKit, which are dangerous', () => {
  expect(dangersOf(readLiveKitSettings('')).map(({ setting }) => setting)).toEqual([
    'room.auto_create',
    'keys',
    'webhook.api_key',
    'webhook.urls',
    'webhook.resource_url_notifier.max_age',
    'webhook.resource_url_notifier.max_depth',
    'rtc.stun_servers',
    'enable_data_tracks',
  ]);
});

it.each(['[1, 2]', 'text', 'room: { auto_create: perhaps }', 'keys: { a: 1 }', 'a: b: c'])(
  'does not take %s for a configuration',
  (text) => {
    expect(() => readLiveKitSettings(text)).toThrow();
  },
);

it('tells of each danger what to do', () => {
  for (const { why } of dangersOf(readLiveKitSettings('development: true'))) expect(why).toMatch(/\.$/);
  expect(readFileSync('package.json', 'utf8')).toContain('"lint:livekit"');
});
