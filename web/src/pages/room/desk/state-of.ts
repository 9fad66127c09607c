import type { Instant } from '../../../../../functions/shared/values/instants.ts';
import type { Placed } from '../../../video/places.ts';

/**
 * What of the session's state the service says, where it says it. That it is on the record is claimed only where the service does:
 * a visit has none.
 */
export type Said = Omit<Placed, 'pauses'> & {
  readonly record?: 'on' | 'off' | undefined;
  readonly inCameraNow?: true | undefined;
  readonly adjournedTo?: Instant | undefined;
  readonly pauses: readonly { readonly kind: string; readonly until?: Instant | undefined }[];
};

/** The one thing that everybody in the room must see first: how the session stands. */
export type StateFact =
  | { readonly is: 'on-record' | 'off-record' | 'open' | 'paused' | 'closed' }
  | { readonly is: 'recess'; readonly until: Instant | undefined }
  | { readonly is: 'adjourned'; readonly until: Instant };

/** Recess and pause come before whether it is on the record: nobody is heard then. */
export function stateOf({ phase, pauses, record, adjournedTo }: Said): StateFact {
  const recess = pauses.find(({ kind }) => kind === 'recess');
  if (phase === 'paused')
    // Somebody who pauses in a recess is waited for when that is over.
    return recess !== undefined && pauses.length === 1
      ? { is: 'recess', until: recess.until }
      : { is: 'paused' };
  if (phase !== 'open')
    return adjournedTo === undefined ? { is: 'closed' } : { is: 'adjourned', until: adjournedTo };
  if (record === undefined) return { is: 'open' };
  return { is: record === 'on' ? 'on-record' : 'off-record' };
}

/** A span as a clock shows it, `1:05:09` or `5:09`; nothing is less than none. @param ms in milliseconds */
export function clockSpan(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
