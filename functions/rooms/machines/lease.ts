import * as z from 'zod';
import { holdSeconds, type MachineKind } from '../../media/contract.ts';
import { watch } from '../presence/watch.ts';

/**
 * Which process is a machine of a session: one at a time. It holds it for some seconds from each turn, and another has it no sooner;
 * so a second start never evicts the first, and one that lost its line has left its rooms before another comes (media/machine/fence.ts).
 * Pure; kept in an item of its own, since it is written once in a second.
 */

export const machineItem = z.object({
  version: z.int(),
  /** Who holds it, at random. */
  holder: z.string().optional(),
  /** Until when, in milliseconds since 1970. */
  until: z.int().optional(),
  /** When it was sent for last, in milliseconds since 1970. */
  sentAt: z.int().optional(),
  /** The rooms it was in at its last turn, and since when. */
  at: z.array(z.object({ room: z.string(), since: z.int() })).optional(),
  /** Of a relay: that it gave something away in the second before. */
  flowing: z.boolean().optional(),
  /** Of an observer: for how many milliseconds nothing came of the relay on the screened side. */
  stalled: z.int().optional(),
  /** Of an observer: since when it watches, and what it missed. */
  watch: watch.optional(),
});
export type MachineState = z.infer<typeof machineItem>;

export const neverSent: MachineState = { version: 0 };

export const isHeld = ({ until }: MachineState, now: Date): boolean =>
  until !== undefined && until > now.getTime();

/** Milliseconds: whoever is at work says something about once in a second. */
const longestSilence = 5_000;

/** Whether it is at work, as far as it says itself. It may hold its place for longer than that. @param within milliseconds */
export const hasSpoken = ({ until }: MachineState, now: Date, within = longestSilence): boolean =>
  until !== undefined && now.getTime() < until - holdSeconds * 1000 + within;

/** What a turn makes of it; undefined where another holds it. */
export function turnOf(
  before: MachineState,
  {
    holder,
    ...said
  }: Pick<MachineState, 'at' | 'flowing' | 'stalled' | 'watch'> & { readonly holder: string },
  now: Date,
): MachineState | undefined {
  if (isHeld(before, now) && before.holder !== holder) return undefined;
  const { version, sentAt } = before;
  const until = now.getTime() + holdSeconds * 1000;
  return { version, ...(sentAt === undefined ? {} : { sentAt }), holder, until, ...said };
}

/** Milliseconds before a machine that did not come is sent for again: a process needs some to begin. */
const patience = 20_000;

/** Whether it is to be sent for: nobody holds it, and whoever was sent for has had the time. */
export const isMissing = (state: MachineState, now: Date): boolean =>
  !isHeld(state, now) && (state.sentAt === undefined || now.getTime() - state.sentAt > patience);

/** Whether a machine is in all the rooms in which it must be, as they are now. */
export const isInPlace = (
  state: MachineState,
  places: readonly { readonly key: string; readonly since: number }[],
): boolean =>
  places.length > 0 &&
  places.every(({ key, since }) => state.at?.some((each) => each.room === key && each.since === since));

/** Milliseconds without anything of the relay after which a hearing is paused: what is shorter pauses nothing. */
export const longestStall = 3_500;
/** Milliseconds up to which the relay counts as flowing. */
const flowingStall = 2_000;

/** Whether one side hears the other now: the relay says that it gives, and the observer that it comes. */
export const flows = (
  relay: MachineState,
  observer: MachineState,
  now: Date,
  places: Readonly<Record<MachineKind, readonly { readonly key: string; readonly since: number }[]>>,
): boolean =>
  hasSpoken(relay, now) &&
  hasSpoken(observer, now) &&
  isInPlace(relay, places.relay) &&
  isInPlace(observer, places.observer) &&
  relay.flowing === true &&
  (observer.stalled ?? Infinity) <= flowingStall;
