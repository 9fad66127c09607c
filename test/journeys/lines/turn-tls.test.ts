import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveKit } from '../../../functions/rooms/media/media-server.ts';
import { keptMiniStack } from '../../../infra/local/prerequisites.mjs';
import {
  ownMediaServer,
  turnCredentials,
  type OwnMediaServer,
} from '../../support/lines/own-media-server.ts';
import { relayOnly } from '../../support/lines/relay-only.ts';
import { startBrowser } from '../browser.ts';
import { hostileClient, type Hostile } from '../hostile.ts';

/** A site whose wall lets nothing through but TLS: all media goes by TURN over TLS, and by nothing else. */

const domain = 'turn.saksi.test';
const folder = mkdtempSync(join(tmpdir(), 'saksi-turn-'));
const [certificate, key] = [join(folder, 'turn.pem'), join(folder, 'turn.key')];
const [room, mark] = ['a-room-of-this-test', 'mark'];

let server: OwnMediaServer;
let browsers: Browser[] = [];

beforeAll(async () => {
  execFileSync(keptMiniStack(), [join(import.meta.dirname, 'certificate.py'), domain, certificate, key]);
  server = await ownMediaServer({ domain, certificate, key });
  await liveKit(server.keys).makeRoom(room);
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A browser that knows where the TURN server is. */
async function startWalledIn(...flags: readonly string[]): Promise<Browser> {
  const browser = await startBrowser(undefined, [`--host-resolver-rules=MAP ${domain} 127.0.0.1`, ...flags]);
  browsers = [...browsers, browser];
  return browser;
}

/** A client that may reach the media by that server and by nothing else. */
const walledIn = (browser: Browser): Promise<Hostile> =>
  hostileClient(browser, (context) =>
    relayOnly(context, {
      urls: `turns:${domain}:${server.turn.tls}?transport=tcp`,
      ...turnCredentials(server.keys),
    }),
  );

/** By which protocols a client reaches a TURN server: none where there is no way at all. */
const waysOf = ({ page }: Hostile): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const connection = new RTCPeerConnection();
    const ways: string[] = [];
    const gathered = new Promise<void>((resolve) => {
      connection.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) return resolve();
        ways.push(String((candidate as { relayProtocol?: string }).relayProtocol));
      });
    });
    connection.createDataChannel('any');
    await connection.setLocalDescription();
    await gathered;
    connection.close();
    return [...new Set(ways)];
  });

const comesIn = async (client: Hostile, identity: string) =>
  client.join(
    server.keys.publicUrl,
    await liveKit(server.keys).mintPass(room, identity, mark, 'voice-and-picture'),
  );

describe('TURN over TLS alone', () => {
  it('carries voices and pictures both ways', async () => {
    // The certificate is of this test's own making; on the site of a court the browser asks for no such flag.
    const browser = await startWalledIn('--ignore-certificate-errors');
    const [one, two] = [await walledIn(browser), await walledIn(browser)];
    expect(await waysOf(one)).toEqual(['tls']);
    expect([await comesIn(one, 'one'), await comesIn(two, 'two')]).toEqual([undefined, undefined]);
    for (const [client, of] of [
      [one, 'two'],
      [two, 'one'],
    ] as const)
      await expect
        .poll(async () => (await client.received())[of] ?? 0, { timeout: 20_000 })
        .toBeGreaterThan(20_000);
  });

  it('is no way for a browser that does not know who answers for the certificate', async () => {
    expect(await waysOf(await walledIn(await startWalledIn()))).toEqual([]);
  });
});
