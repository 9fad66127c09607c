import { parseInstant, type Instant } from '../../../../../functions/shared/values/instants.ts';
import type { Placed } from '../../../video/places.ts';

/** What of the session's state the service says, where it says it. */
export type Said = Placed & {
  readonly record?: 'on' | 'off' | undefined;
  readonly recess?: { readonly until: string } | undefined;
};

/** One thing that everybody in the room must see: how the session stands. */
export type StateFact =
  | { readonly is: 'on-record' | 'off-record' | 'open' | 'paused' | 'closed' }
  | { readonly is: 'recess'; readonly until: Instant };

/** Recess and pause come before whether it is on the record: nothing is recorded while nobody is heard. */
export function stateOf(view: Said): StateFact {
  if (view.phase === 'paused') return { is: 'paused' };
  if (view.recess !== undefined) return { is: 'recess', until: parseInstant(view.recess.until) };
  if (view.phase !== 'open') return { is: 'closed' };
  if (view.record === undefined) return { is: 'open' };
  return { is: view.record === 'on' ? 'on-record' : 'off-record' };
}

/** A span as a clock shows it, `1:05:09` or `5:09`; nothing is less than none. @param ms in milliseconds */
export function clockSpan(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
