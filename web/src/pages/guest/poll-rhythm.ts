import type { GuestStep } from './guest-step.ts';

const QUICK_MS = 2_000;
const SLOW_MS = 10_000;

/**
 * Milliseconds until the room is looked at again. In the room, and while something has just changed, every 2 s; while
 * nothing happens a half more each time, up to 10 s. After a failure the same, so that a thousand telephones do not
 * knock all at once on a service that comes back.
 * @param random 0 ≤ random < 1; up to a fifth is taken off
 */
export function nextPollMs(
  last: number,
  seen: { readonly step: GuestStep; readonly changed: boolean; readonly failed: boolean },
  random: number,
): number {
  const keepsQuick = seen.changed || (seen.step === 'room' && !seen.failed);
  const whole = keepsQuick ? QUICK_MS : Math.min(SLOW_MS, Math.max(QUICK_MS, last * 1.5));
  return Math.round(whole * (1 - random / 5));
}
