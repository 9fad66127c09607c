import { completeBrowser } from './older-browsers.ts';

/** What talks to the media server; for a browser of 2020 with what that takes for granted and such a browser lacks. */
export async function loadLiveKit(): Promise<typeof import('livekit-client')> {
  await completeBrowser();
  return import('livekit-client');
}
