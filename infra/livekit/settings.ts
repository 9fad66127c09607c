/**
 * A LiveKit configuration as the server would go by it: what the file leaves out has LiveKit's own default (1.13.5), since
 * most of what is dangerous is what nobody wrote. Only the settings that dangers.ts judges are read.
 */
import { parse } from 'yaml';
import * as z from 'zod';

const goUnits: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};

/** Seconds of a duration as Go writes them (`1h30m`), or of a number of nanoseconds. */
const seconds = z
  .union([z.number(), z.string().regex(/^(\d+(\.\d+)?(h|ms|m|s|us|µs|ns))+$/)])
  .transform((said) => {
    if (typeof said === 'number') return said / 1e9;
    const parts = said.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/g);
    return [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * (goUnits[unit ?? ''] ?? 0), 0);
  });

/** A part of the file that may be left out, or stand there empty. */
const part = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((said) => said ?? {}, z.looseObject(shape));
const list = <Item extends z.ZodType>(item: Item) => z.preprocess((said) => said ?? [], z.array(item));
const flag = (usual: boolean) => z.boolean().default(usual);
const words = z.string().default('');
const number = z.int().default(0);

const turnServer = z.looseObject({ host: words, secret: words, secret_file: words, username: words });

export const liveKitSettings = part({
  development: flag(false),
  key_file: words,
  keys: z.preprocess((said) => said ?? {}, z.record(z.string(), z.string())),
  log_level: words,
  logging: part({ level: words, pion_level: words }),
  room: part({
    auto_create: flag(true),
    enable_remote_unmute: flag(false),
    room_configurations: z.preprocess((said) => said ?? {}, z.record(z.string(), z.unknown())),
  }),
  webhook: part({
    api_key: words,
    urls: list(z.string()),
    resource_url_notifier: part({ max_age: seconds.default(30), max_depth: z.int().default(200) }),
    filter_params: part({ include_events: list(z.string()), exclude_events: list(z.string()) }),
  }),
  rtc: part({ stun_servers: list(z.string()), turn_servers: list(turnServer) }),
  turn: part({
    enabled: flag(false),
    udp_port: number,
    ttl_seconds: z.int().default(300),
    allow_restricted_peer_cidrs: list(z.string()),
  }),
  redis: part({
    address: words,
    sentinel_addresses: list(z.string()),
    cluster_addresses: list(z.string()),
    password: words,
    tls: part({ enabled: flag(false), insecure: flag(false) }),
  }),
  prometheus_port: number,
  prometheus: part({ port: number, username: words, password: words }),
  debug_handler: part({ port: number }),
  trace: part({ jaeger_url: words }),
  enable_data_tracks: flag(true),
  enable_participant_data_blob: flag(false),
});
export type LiveKitSettings = z.infer<typeof liveKitSettings>;

/**
 * @param text YAML, or JSON, which is YAML too
 * @throws Error in one sentence when it is not a LiveKit configuration
 */
export function readLiveKitSettings(text: string): LiveKitSettings {
  const read = liveKitSettings.safeParse(parse(text));
  if (read.success) return read.data;
  throw new Error(`This is not a LiveKit configuration:\n${z.prettifyError(read.error)}`);
}
