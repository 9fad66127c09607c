import type { GuestStep } from './guest-step.ts';

const QUICK_MS = 2_000;
const SLOW_MS = 10_000;
/** While somebody says when to look. */
const TOLD_MS = 36_000;

interface Seen {
  readonly step: GuestStep;
  readonly changed: boolean;
  readonly failed: boolean;
  /** There is a socket by which the page is told to look. */
  readonly listens: boolean;
}

/**
 * Milliseconds until the room is looked at again without being told to. While the page listens, every half minute or so.
 * Without that in the room, and while something has just changed, every 2 s; while nothing happens a half more each time, up
 * to 10 s. After a failure the same, so that a thousand telephones do not knock all at once on a service that comes back.
 * @param random 0 ≤ random < 1; up to a fifth is taken off
 */
export function nextPollMs(last: number, { step, changed, failed, listens }: Seen, random: number): number {
  const keepsQuick = changed || (step === 'room' && !failed);
  const unlessTold = keepsQuick ? QUICK_MS : Math.min(SLOW_MS, Math.max(QUICK_MS, last * 1.5));
  return Math.round((listens && !failed ? TOLD_MS : unlessTold) * (1 - random / 5));
}
