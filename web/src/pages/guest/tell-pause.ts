import { GuestProblem, pause } from './guest-api.ts';
import type { PauseKind, RoomView } from '../../video/room-view.ts';

export interface OwnPause {
  readonly kind: PauseKind;
  /** Sent again with the same key until it is through, so that it counts once. */
  readonly key: string;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

export const pauseWaitMs = (tries: number, random: number): number =>
  Math.round(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries) * (0.5 + random / 2));

/** After these there is nothing left to pause. Every other refusal may pass, and her wish stands: it is told again. */
const final: ReadonlySet<string> = new Set(['room-ended', 'sign-in-needed', 'not-found']);

/**
 * Tells the court that she paused, as often as it takes. Her own sending has stopped before this is called.
 * @returns how the room stands now; undefined when there is no room any more, or when `signal` says never mind
 */
export async function tellPause(
  sessionId: string,
  own: OwnPause,
  signal: AbortSignal,
  send: typeof pause = pause,
  wait: (ms: number) => Promise<void> = waitOf(signal),
): Promise<RoomView | undefined> {
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      return await send(sessionId, { kind: own.kind }, own.key);
    } catch (error) {
      if (!(error instanceof GuestProblem)) throw error;
      if (final.has(error.code)) return undefined;
    }
    await wait(pauseWaitMs(tries, Math.random()));
  }
  return undefined;
}

const waitOf = (signal: AbortSignal) => (ms: number) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    globalThis.addEventListener('online', done);
    signal.addEventListener('abort', done, { once: true });
  });
