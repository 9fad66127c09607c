import type { Instant } from '../../../functions/shared/values/instants.ts';
import { TimeRefusal } from '../../../functions/shared/values/time-refusal.ts';
import { localOf, resolveLocal } from '../../../functions/shared/values/zones.ts';

/** What a wall time, `YYYY-MM-DDTHH:mm`, comes to in a zone. */
export type WallTime =
  | { readonly kind: 'once'; readonly instant: Instant }
  /** The clocks go back over it: two instants, each with its offset, the earlier first. */
  | {
      readonly kind: 'twice';
      readonly offers: readonly { readonly offset: string; readonly instant: Instant }[];
    }
  /** The clocks go forward over it: the wall times as long before and after that do exist. */
  | { readonly kind: 'never'; readonly nearest: readonly string[] }
  /** Beyond the years whose clocks are known. */
  | { readonly kind: 'beyond' };

export function wallTime(zone: string, local: string): WallTime {
  try {
    const found = resolveLocal(zone, local);
    switch (found.kind) {
      case 'unique':
        return { kind: 'once', instant: found.instant };
      case 'ambiguous':
        return {
          kind: 'twice',
          offers: found.instants.map((instant) => ({ instant, offset: localOf(zone, instant).offset })),
        };
      case 'nonexistent':
        return {
          kind: 'never',
          nearest: [localOf(zone, found.after).local, localOf(zone, found.before).local],
        };
    }
  } catch (error) {
    if (error instanceof TimeRefusal && error.code === 'out-of-table') return { kind: 'beyond' };
    throw error;
  }
}
