/** A client in a real browser that publishes and unpublishes twenty times a second, whenever it is let in. */
import type { Room } from 'livekit-client';
import type { Browser } from 'playwright-core';
import { hostileClient, type Hostile } from '../../journeys/hostile.ts';
import { room as ask, type Interview } from '../../support/interview.ts';

/** Milliseconds from one time to the next. */
const PERIOD = 50;

interface Flapper {
  room?: Room;
  flapping?: boolean;
  flaps?: number;
}

/** Comes in as the prosecutor as often as passes are given, until it is stopped. @returns how often it published */
export function flap(browser: Browser, interview: Interview): { readonly stop: () => Promise<number> } {
  const ending = new AbortController();
  const done = run();
  return {
    async stop() {
      ending.abort();
      return done;
    },
  };

  async function run(): Promise<number> {
    const client = await hostileClient(browser);
    let flaps = 0;
    while (!ending.signal.aborted) {
      if (!(await client.isConnected())) {
        const { code, body } = await ask(interview, { token: interview.tokens.prosecutor }, 'passes');
        if (code === undefined && (await client.join(body.url as string, body.token as string)) === undefined)
          await begin(client);
      }
      flaps = await client.page.evaluate(() => (globalThis as unknown as Flapper).flaps ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await client.close();
    return flaps;
  }
}

/** Both tracks of the client, off and on again, as long as the page lives. */
const begin = (client: Hostile): Promise<void> =>
  client.page.evaluate((period) => {
    const here = globalThis as unknown as Flapper;
    if (here.flapping === true) return;
    here.flapping = true;
    here.flaps = 0;
    const turn = async (): Promise<void> => {
      const me = here.room?.localParticipant;
      for (const { track } of me?.trackPublications.values() ?? []) {
        if (track === undefined) continue;
        await me?.unpublishTrack(track, false);
        // Under the names of our own pages: a track of another name puts its seat out.
        await me?.publishTrack(track, {
          name: track.mediaStreamTrack.kind === 'video' ? 'camera' : 'microphone',
        });
        here.flaps = (here.flaps ?? 0) + 1;
      }
    };
    setInterval(() => void turn().catch(() => undefined), period);
  }, PERIOD);
