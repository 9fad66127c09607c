import { createHash, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers } from '../../../infra/local/emulator.ts';
import {
  localLiveKitConfig,
  renderLiveKitConfig,
  type LiveKitKeys,
} from '../../../infra/local/livekit-config.ts';
import { findLiveKitOnPath, keptLiveKit } from '../../../infra/local/prerequisites.mjs';
import { launch, signalTo, startKeeper, untilReady, type Service } from '../../../infra/local/processes.ts';
import type { MediaKeys } from '../../../functions/rooms/media/media-keys.ts';

/** A real media server of one test's own, which can be killed and given settings that would hurt others. */
export interface OwnMediaServer {
  readonly keys: MediaKeys & LiveKitKeys;
  /** Ports on loopback of its TURN server; see `Turn`. */
  readonly turn: { readonly udp: number; readonly tls: number };
  /** As a power cut does it: nothing is told to anybody, and nothing is kept. */
  readonly kill: () => Promise<void>;
  /** Brings it up again, on the same ports and by the same keys. */
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Certificate and key of its TURN server, as files, and the name in them. Without it there is TURN over UDP alone. */
export interface Turn {
  readonly domain: string;
  readonly certificate: string;
  readonly key: string;
}

/** A port that is free now. */
async function freePort(kind: 'tcp' | 'udp'): Promise<number> {
  const socket =
    kind === 'tcp' ? createServer().listen(0, '127.0.0.1') : createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  await new Promise<void>((resolve) => socket.close(() => resolve()));
  return port;
}

export async function ownMediaServer(tls?: Turn): Promise<OwnMediaServer> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-media-'));
  const [liveKit, mediaUdp] = [await freePort('tcp'), await freePort('udp')];
  const turn = { udp: await freePort('udp'), tls: await freePort('tcp') };
  const url = `http://127.0.0.1:${liveKit}`;
  const keys = {
    url,
    publicUrl: `ws://127.0.0.1:${liveKit}`,
    apiKey: `API${randomBytes(9).toString('hex')}`,
    apiSecret: randomBytes(32).toString('base64url'),
    webhookKey: `HOOK${randomBytes(9).toString('hex')}`,
    webhookSecret: randomBytes(32).toString('base64url'),
  };
  const config = {
    ...localLiveKitConfig({ ports: { liveKit, mediaUdp }, keys, webhookUrls: [] }),
    turn: {
      enabled: true,
      udp_port: turn.udp,
      bind_addresses: ['127.0.0.1'],
      // Everything here is on loopback; a court's server opens this for nobody (infra/livekit/dangers.ts).
      allow_restricted_peer_cidrs: ['127.0.0.1/32'],
      ...(tls === undefined
        ? {}
        : { tls_port: turn.tls, domain: tls.domain, cert_file: tls.certificate, key_file: tls.key }),
    },
  };
  const file = join(folder, 'livekit.yaml');
  writeFileSync(file, renderLiveKitConfig(config), { mode: 0o600 });
  const keeper = startKeeper();
  let service: Service | undefined;
  const start = async () => {
    service = await launch(
      { keeper, joined: () => undefined },
      {
        name: 'The media server of a test',
        command: findLiveKitOnPath()?.command ?? keptLiveKit(),
        args: ['--config', file],
        cwd: folder,
        env: { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C.UTF-8' },
        logFile: join(folder, 'livekit.log'),
      },
    );
    await untilReady(service, () => answers(url), new AbortController().signal);
  };
  const kill = async () => {
    if (service === undefined) return;
    signalTo(service.pid, 'SIGKILL');
    await service.ended;
  };
  await start();
  return {
    keys,
    turn,
    start,
    kill,
    close: async () => {
      await kill();
      keeper.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Sixty-two digits for bits, as the media server writes them: six bits at a time from the end, five where six would be no digit. */
function base62(bytes: Buffer): string {
  let [rest, left, said] = [BigInt(`0x${bytes.toString('hex')}`), bytes.length * 8, ''];
  while (left > 0) {
    const six = Number(rest & 63n);
    const isTooMuch = (six & 30) === 30;
    const taken = isTooMuch && (left > 6 || six > 31) ? 5 : 6;
    said += digits[isTooMuch ? six & 31 : six] ?? '';
    rest >>= BigInt(taken);
    left -= taken;
  }
  return said;
}

/** By which somebody may use a TURN server of the media server for an hour: what it gives each who joins. */
export function turnCredentials({ apiKey, apiSecret }: Pick<MediaKeys, 'apiKey' | 'apiSecret'>) {
  const until = Math.floor(Date.now() / 1000) + 3600;
  const who = 'PA_test';
  return {
    username: base62(Buffer.from(`${apiKey}|${who}|${until}`)),
    credential: base62(createHash('sha256').update(`${apiSecret}|${who}|${until}`).digest()),
  };
}
