import { Refusal } from '../../shared/refusals.ts';
import type { Light } from '../store.ts';

/** “Speaker, wait”: a light that goes out by itself, so that nobody waits for one who forgot it. Pure. */

/** Milliseconds for which it is lit. */
export const litFor = 30_000;
/** Milliseconds of one window of counting, and how often it may change in one. */
const windowMilliseconds = 60_000;
const mostChanges = 30;

const since = (at: string, now: Date): number => now.getTime() - Date.parse(at);

/**
 * The light of one who interprets after they pressed it; the same where it is so already and stays so for a while.
 * @throws {Refusal} `asked-too-often`
 */
export function pressed(
  before: Light | undefined,
  pseudonym: string,
  wait: boolean,
  now: Date,
): Omit<Light, 'version'> | undefined {
  const isLit = before?.since !== undefined && since(before.since, now) < litFor / 2;
  if (wait ? isLit : before?.since === undefined) return undefined;
  const lasts = before !== undefined && since(before.windowStart, now) < windowMilliseconds;
  const changes = (lasts ? before.changes : 0) + 1;
  if (changes > mostChanges) throw new Refusal('asked-too-often');
  return {
    pseudonym,
    windowStart: lasts ? before.windowStart : now.toISOString(),
    changes,
    ...(wait ? { since: now.toISOString() } : {}),
  };
}

/** Whose light is lit, the one that was lit last. */
export const waiting = (
  lights: readonly Light[],
  now: Date,
): (Light & { readonly since: string }) | undefined =>
  lights
    .flatMap((each) =>
      each.since !== undefined && since(each.since, now) < litFor ? [{ ...each, since: each.since }] : [],
    )
    .toSorted((one, other) => one.since.localeCompare(other.since))
    .at(-1);
