import { isReturnOfAgain } from './code-flow.ts';

/**
 * Signing in in a window of its own, while the page that asks stays as it is. The two speak by a channel of our own origin,
 * since the sign-in page in between may cut the windows apart.
 */
const channel = 'saksi.sign-in-again';

/**
 * In the window, on its way back from the sign-in page: hands over what the address says, and closes.
 * @returns whether that is what this window is for
 */
export function handBack(search: string): boolean {
  if (!isReturnOfAgain(search)) return false;
  history.replaceState(null, '', '/');
  const line = new BroadcastChannel(channel);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches our own origin alone
  line.postMessage(search);
  line.close();
  close();
  return true;
}

/** In the page that asked: what the window hands over, once it is the answer to this state. */
export const handedBack = (state: string, nevermind: AbortSignal): Promise<string> =>
  new Promise((resolve) => {
    const line = new BroadcastChannel(channel);
    line.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'string' || new URLSearchParams(data).get('state') !== state) return;
      line.close();
      resolve(data);
    });
    nevermind.addEventListener('abort', () => line.close(), { once: true });
  });
