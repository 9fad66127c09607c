import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Room } from 'livekit-client';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/**
 * A client that keeps to no rule of ours: LiveKit's own library on a bare page, with whatever token it has. It sends
 * picture and sound, asks for everybody's, and is not told to stop by anything but the media server.
 */
export interface Hostile {
  readonly page: Page;
  /** Joins and sends, its tracks under this name, or under those of our own pages. @returns undefined when it got in, else what the media server said */
  readonly join: (url: string, token: string, trackName?: string) => Promise<string | undefined>;
  /** In the room already: sends sound once more, under the name and source of a camera. */
  readonly sendsVoiceAsCamera: () => Promise<void>;
  /** The token that the media server itself has handed out since. */
  readonly refreshedToken: () => Promise<string>;
  readonly isConnected: () => Promise<boolean>;
  /** Bytes of media received so far, by the identity that they came from. */
  readonly received: () => Promise<Readonly<Record<string, number>>>;
  readonly close: () => Promise<void>;
}

interface HostileWindow {
  readonly LivekitClient: typeof import('livekit-client');
  room?: Room;
}

const library = createRequire(import.meta.url).resolve('livekit-client');

/** @param prepare what is done to its browser profile before it opens a page */
export async function hostileClient(
  browser: Browser,
  prepare?: (context: BrowserContext) => Promise<unknown>,
): Promise<Hostile> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  await prepare?.(context);
  const page = await context.newPage();
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>hostile</title>');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  server.close();
  await page.addScriptTag({ path: library });

  return {
    page,
    join: (url, token, trackName) =>
      page.evaluate(
        async ([address, pass, called]) => {
          const here = globalThis as unknown as HostileWindow;
          const room = new here.LivekitClient.Room();
          try {
            await room.connect(address, pass, { autoSubscribe: true, maxRetries: 0 });
          } catch (error) {
            return error instanceof Error ? error.message : String(error);
          }
          here.room = room;
          // As small as can be: what it sends is not looked at, and others share the machine with it.
          const video = { resolution: { width: 160, height: 90, frameRate: 5 } };
          for (const track of await here.LivekitClient.createLocalTracks({ audio: true, video }))
            await room.localParticipant
              .publishTrack(track, { name: called ?? track.source, simulcast: false })
              .catch(() => undefined);
          return undefined;
        },
        [url, token, trackName] as const,
      ),
    sendsVoiceAsCamera: () =>
      page.evaluate(async () => {
        const { LivekitClient, room } = globalThis as unknown as HostileWindow;
        const [track] = await LivekitClient.createLocalTracks({ audio: true, video: false });
        if (track === undefined) throw new Error('There is no sound to send.');
        // Not waited for: where it is refused it is never answered.
        void room?.localParticipant
          .publishTrack(track, { name: 'camera', source: LivekitClient.Track.Source.Camera })
          .catch(() => undefined);
      }),
    refreshedToken: () =>
      page.evaluate(() => {
        const { room } = globalThis as unknown as HostileWindow;
        return (room?.engine as unknown as { token?: string } | undefined)?.token ?? '';
      }),
    isConnected: () =>
      page.evaluate(() => String((globalThis as unknown as HostileWindow).room?.state) === 'connected'),
    received: () =>
      page.evaluate(async () => {
        const { room } = globalThis as unknown as HostileWindow;
        const sums: Record<string, number> = {};
        for (const { identity, trackPublications } of room?.remoteParticipants.values() ?? []) {
          sums[identity] ??= 0;
          for (const { track } of trackPublications.values()) {
            const report = await (
              track as { getRTCStatsReport?: () => Promise<RTCStatsReport | undefined> } | undefined
            )?.getRTCStatsReport?.();
            report?.forEach((part: { type: string; bytesReceived?: number }) => {
              if (part.type === 'inbound-rtp')
                sums[identity] = (sums[identity] ?? 0) + (part.bytesReceived ?? 0);
            });
          }
        }
        return sums;
      }),
    close: () => context.close(),
  };
}
