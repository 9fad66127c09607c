import { useCallback, useEffect, useRef } from 'react';
import { useNudges } from '../../nudges/use-nudges.ts';
import { GuestProblem, listen } from './guest-api.ts';
import type { GuestStep } from './guest-step.ts';
import { nextPollMs } from './poll-rhythm.ts';

interface PollMeans {
  /** Answers whether there is anything new. */
  readonly look: (sessionId: string) => Promise<boolean>;
  readonly lost: (lost: boolean) => void;
  readonly gone: () => void;
}

/**
 * Looks at the room whenever the page is told to, and again and again in the rhythm of poll-rhythm.ts; the function it gives
 * looks at once.
 */
export function usePoll(sessionId: string | undefined, step: GuestStep, means: PollMeans) {
  const now = useRef<() => void>(() => undefined);
  const lastStep = useRef(step);
  const over = step === 'ended' || step === 'over';
  const { look, lost, gone } = means;
  const { listens, found } = useNudges(over ? undefined : sessionId, listen, () => now.current());
  useEffect(() => {
    lastStep.current = step;
  }, [step]);
  useEffect(() => {
    if (sessionId === undefined || over) return undefined;
    let stopped = false;
    let busy = false;
    let again = false;
    let wait = 0;
    let seen = lastStep.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const poll = async () => {
      clearTimeout(timer);
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      let failed = false;
      try {
        if (await look(sessionId)) found();
      } catch (error) {
        if (!(error instanceof GuestProblem)) throw error;
        if (!stopped && (error.code === 'sign-in-needed' || error.code === 'not-found')) return gone();
        failed = true;
      } finally {
        busy = false;
      }
      if (stopped) return;
      lost(failed);
      const changed = seen !== lastStep.current;
      seen = lastStep.current;
      wait = nextPollMs(wait, { step: seen, changed, failed, listens: listens() }, Math.random());
      timer = setTimeout(() => void poll(), again && !failed ? 0 : wait);
      again = false;
    };
    now.current = () => void poll();
    const onVisible = () => document.visibilityState === 'visible' && now.current();
    document.addEventListener('visibilitychange', onVisible);
    globalThis.addEventListener('online', now.current);
    const onOnline = now.current;
    void poll();
    return () => {
      stopped = true;
      clearTimeout(timer);
      now.current = () => undefined;
      document.removeEventListener('visibilitychange', onVisible);
      globalThis.removeEventListener('online', onOnline);
    };
  }, [sessionId, over, look, lost, gone, listens, found]);
  return useCallback(() => now.current(), []);
}
