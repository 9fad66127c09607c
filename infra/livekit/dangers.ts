/**
 * What in a LiveKit configuration could hurt a witness or cost a trial its evidence, setting by setting. Pure. Each was tried
 * on, or read in, server 1.13.5; a later server may have further ones.
 */
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { LiveKitSettings } from './settings.ts';

export interface Danger {
  /** As the file has it, or would have it. */
  readonly setting: string;
  /** What comes of it, and what to set. */
  readonly why: string;
}

type Rule = (settings: LiveKitSettings) => Danger | undefined;

const rule =
  (setting: string, holds: (settings: LiveKitSettings) => boolean, why: string): Rule =>
  (settings) =>
    holds(settings) ? { setting, why } : undefined;

/** Every danger, in the order of the list below; empty when there is none. */
export const dangersOf = (settings: LiveKitSettings): Danger[] =>
  rules.map((judge) => judge(settings)).filter((danger) => danger !== undefined);

const shortestSecret = 32;
const shortestQueueSeconds = 600;
const shallowestQueue = 5000;
const longestRelaySeconds = 3600;

/** Events without which nobody can say who was in a room when. */
const needed = [
  'room_started',
  'room_finished',
  'participant_joined',
  'participant_left',
  'participant_connection_aborted',
  'track_published',
  'track_unpublished',
];

const rules: readonly Rule[] = [
  rule(
    'room.auto_create',
    ({ room }) => room.auto_create,
    'Whoever kept an old pass brings an ended room back by joining it. Set it to false (LiveKit’s default is true).',
  ),
  rule(
    'room.enable_remote_unmute',
    ({ room }) => room.enable_remote_unmute,
    'A microphone that somebody closed could be opened from afar. Leave it out.',
  ),
  rule(
    'room.room_configurations',
    ({ room }) => Object.keys(room.room_configurations).length > 0,
    'A pass could name one of these and begin a recording or an agent that no log of saksi knows. Leave it out.',
  ),
  rule(
    'development',
    ({ development }) => development,
    'It takes keys that everybody knows and logs everything. Leave it out.',
  ),
  rule(
    'key_file',
    ({ key_file }) => key_file !== '',
    'The server goes by that file and not by keys, and it was not read here. Write the two keys under keys.',
  ),
  rule(
    'keys',
    ({ keys }) => Object.keys(keys).length !== 2,
    'Each key has full power over every room. There must be two: one that saksi calls with, one that signs webhooks.',
  ),
  rule(
    'keys',
    ({ keys }) => Object.values(keys).some((secret) => secret.length < shortestSecret),
    `A secret is shorter than ${shortestSecret} characters: passes could be forged by guessing it.`,
  ),
  rule(
    'keys',
    ({ keys }) => Object.entries(keys).flat().some(isWellKnown),
    'A key or a secret is one from an example: everybody knows it.',
  ),
  rule(
    'keys',
    ({ keys }) => new Set(Object.values(keys)).size < Object.keys(keys).length,
    'Two keys share a secret: whoever can forge a webhook can forge a pass.',
  ),
  rule(
    'webhook.api_key',
    ({ webhook, keys }) => !Object.hasOwn(keys, webhook.api_key),
    'It must be one of keys: without it the server signs no event, and saksi takes none.',
  ),
  rule(
    'webhook.urls',
    ({ webhook }) => webhook.urls.length === 0,
    'Nobody is told who joined and left, so an intruder is not met and the custody log has nothing. Name saksi’s hook.',
  ),
  rule(
    'webhook.urls',
    ({ webhook }) => webhook.urls.some((url) => !isPrivateWay(url)),
    'Events name rooms and their relay passwords and would go in clear text. Use https.',
  ),
  rule(
    'webhook.resource_url_notifier.max_age',
    ({ webhook }) => webhook.resource_url_notifier.max_age < shortestQueueSeconds,
    'An event that waits longer is dropped without a trace. Set it to 10m (LiveKit’s default is 30s).',
  ),
  rule(
    'webhook.resource_url_notifier.max_depth',
    ({ webhook }) => webhook.resource_url_notifier.max_depth < shallowestQueue,
    'Events beyond it are dropped without a trace. Set it to 5000 (LiveKit’s default is 200).',
  ),
  rule(
    'webhook.filter_params',
    ({ webhook }) => needed.some((event) => isFilteredOut(event, webhook.filter_params)),
    `It keeps back events that the custody log and the watch over rooms need: ${needed.join(', ')}. Leave it out.`,
  ),
  rule(
    'rtc.stun_servers',
    (settings) => !namesStun(settings),
    'With neither an own STUN server, turn with a udp_port, nor turn_servers, every browser is sent to Google’s and ' +
      'Twilio’s, which learn from what address the witness joins. Name your own.',
  ),
  rule(
    'rtc.stun_servers',
    ({ rtc }) => rtc.stun_servers.some(isPublicServer),
    'A public STUN server learns from what address the witness joins. Name your own.',
  ),
  rule(
    'rtc.turn_servers',
    ({ rtc }) => rtc.turn_servers.some(({ host }) => isPublicServer(host)),
    'Everybody’s media would pass through a relay that is not yours. Use your own, or turn.',
  ),
  rule(
    'rtc.turn_servers',
    ({ rtc }) => rtc.turn_servers.some(({ secret, secret_file }) => secret === '' && secret_file === ''),
    'A fixed name and password are told to every browser and hold for ever. Use secret or secret_file.',
  ),
  rule(
    'turn.allow_restricted_peer_cidrs',
    ({ turn }) => turn.enabled && turn.allow_restricted_peer_cidrs.some(opensTheInside),
    'Whoever has a pass could reach through the relay what only this machine may: loopback and the cloud’s own ' +
      'credentials (169.254.0.0/16). Name the address of the media node alone.',
  ),
  rule(
    'turn.ttl_seconds',
    ({ turn }) => turn.enabled && turn.ttl_seconds > longestRelaySeconds,
    `A credential of the relay would outlive the hearing. Set it to ${longestRelaySeconds} at most.`,
  ),
  rule(
    'redis',
    ({ redis }) => redisHosts(redis).some((host) => !isLoopbackHost(host)) && !redis.tls.enabled,
    'Who is in which room would travel in clear text. Set redis.tls.enabled.',
  ),
  rule(
    'redis.tls.insecure',
    ({ redis }) => redis.tls.enabled && redis.tls.insecure,
    'Anybody between could pretend to be redis and move people. Leave it out.',
  ),
  rule(
    'redis.password',
    ({ redis }) => redisHosts(redis).some((host) => !isLoopbackHost(host)) && redis.password === '',
    'Whoever reaches redis could move people between rooms. Set a password.',
  ),
  rule(
    'logging.level',
    ({ logging, log_level }) => [logging.level, log_level].some(saysTooMuch),
    'The log would hold the addresses of everybody’s devices. Set it to info.',
  ),
  rule(
    'logging.pion_level',
    ({ logging }) => saysTooMuch(logging.pion_level) || logging.pion_level === 'info',
    'The log would hold the addresses of everybody’s devices. Set it to error.',
  ),
  rule(
    'prometheus',
    ({ prometheus, prometheus_port }) =>
      prometheus_port > 0 ||
      (prometheus.port > 0 && (prometheus.username === '' || prometheus.password === '')),
    'Whoever reaches that port sees when rooms fill and empty. Use prometheus.port with username and password.',
  ),
  rule(
    'debug_handler.port',
    ({ debug_handler }) => debug_handler.port > 0,
    'It lists the rooms by name to whoever reaches that port. Leave it out.',
  ),
  rule(
    'trace.jaeger_url',
    ({ trace }) => trace.jaeger_url !== '',
    'Rooms and who is in them would be told to another service. Leave it out.',
  ),
  rule(
    'enable_data_tracks',
    ({ enable_data_tracks }) => enable_data_tracks,
    'Nothing of saksi uses it, and what passed by it would be in no log. Set it to false (LiveKit’s default is true).',
  ),
  rule(
    'enable_participant_data_blob',
    ({ enable_participant_data_blob }) => enable_participant_data_blob,
    'People could hand one another files that are in no log. Leave it out.',
  ),
];

/** Names and secrets of LiveKit's own examples and of its developer mode. */
const isWellKnown = (text: string): boolean =>
  ['devkey', 'secret', 'key1', 'key2', 'secret1', 'secret2', 'APIdevkey'].includes(text) ||
  /^(your|my)[-_]/i.test(text);

const isFilteredOut = (event: string, filter: LiveKitSettings['webhook']['filter_params']): boolean =>
  filter.exclude_events.includes(event) ||
  (filter.include_events.length > 0 && !filter.include_events.includes(event));

/** As the server decides it: a relay over UDP answers STUN too, one over TLS does not. */
const namesStun = ({ rtc, turn }: LiveKitSettings): boolean =>
  rtc.stun_servers.length > 0 || rtc.turn_servers.length > 0 || (turn.enabled && turn.udp_port > 0);

const publicServers =
  /(^|\.)(google|twilio|cloudflare|mozilla|stunprotocol|metered|nextcloud|openrelayproject)\.[a-z]+$/i;
const isPublicServer = (server: string): boolean => publicServers.test(server.replace(/:\d+$/, ''));

const inside = new BlockList();
inside.addSubnet('127.0.0.0', 8, 'ipv4');
inside.addSubnet('169.254.0.0', 16, 'ipv4');
inside.addAddress('::1', 'ipv6');
inside.addSubnet('fe80::', 10, 'ipv6');
/** A net as wide as this cannot be one that somebody looked through. */
const widestNet = { ipv4: 8, ipv6: 32 };

function opensTheInside(cidr: string): boolean {
  const [address = '', prefix = ''] = cidr.split('/');
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;
  return family === undefined || inside.check(address, family) || Number(prefix || 128) < widestNet[family];
}

function isPrivateWay(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || isLoopbackHost(hostname);
}

const redisHosts = ({ address, sentinel_addresses, cluster_addresses }: LiveKitSettings['redis']) =>
  [address, ...sentinel_addresses, ...cluster_addresses].filter((each) => each !== '');

const isLoopbackHost = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)(:\d+)?$/.test(host);

const saysTooMuch = (level: string): boolean => ['debug', 'trace'].includes(level.toLowerCase());
