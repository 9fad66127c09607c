import type { NewStanding } from '../../cases/port/standing.ts';
import type { PermissionDecision, WayTried } from './contract.ts';
import { stateOf, waysFirst } from './decision.ts';

/**
 * What a decision makes of a person’s standing: the days and sessions that it names, and its terms, go with it.
 * @param tried ways before the live link that did not work
 */
export function standingOf(
  given: PermissionDecision,
  { hostState, onPaper }: { readonly hostState: string; readonly onPaper: boolean },
  tried: readonly WayTried[] = [],
): NewStanding {
  const state = stateOf(given, tried);
  if (state === 'missing' && waysFirst(given, tried).length > 0) return { state, waysFirst: true };
  if (given.decision !== 'granted' || state !== 'open') return { state };
  const { validFrom, validUntil, sessions, noticeDays, persons, languages, conditions, attendance } = given;
  return {
    state,
    days: { from: validFrom, to: validUntil },
    ...(sessions === undefined ? {} : { sessions }),
    ...(noticeDays === 0 ? {} : { noticeDays }),
    terms: { persons, languages, conditions, attendance, onPaper, hostState },
  };
}
