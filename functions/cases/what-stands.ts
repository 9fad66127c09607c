import type * as z from 'zod';
import type { caseWitness } from './contract.ts';
import { standingAs, standingGates, type Standing } from './port/standing.ts';

/** How consent, plan and permission stand for somebody who is heard, apart from any session: what a case shows of it. */

type Shown = z.input<typeof caseWitness>['stands'];

/**
 * What has run out is missing. Until when consent and plan stand, the holder alone is told: a child's stand until the child is of
 * age, and that day is theirs. The host State's word has its days on its paper.
 */
export function whatStands(
  standings: readonly Standing[],
  whose: { readonly pseudonym: string; readonly isHolder: boolean },
  now: Date,
): Shown {
  return standingGates.map((gate) => {
    const stands = standingAs(standings, whose.pseudonym, gate);
    if (stands === undefined) return { gate, state: 'missing' };
    const { state, recordedAt, days, byOrder } = stands;
    const isOver = state === 'open' && hasRunOut(stands, now.toISOString());
    const tellsUntil = state === 'open' && (whose.isHolder || gate === 'permission');
    return {
      gate,
      state: isOver ? 'missing' : state,
      since: recordedAt,
      ...(isOver && { ranOut: true as const }),
      ...(tellsUntil && days?.to !== undefined && { lastDay: days.to }),
      ...(byOrder === true && { byOrder }),
    };
  });
}

/** By the instant where there is one; else by the day, which is one of UTC (see `stateFor`). */
const hasRunOut = ({ until, days }: Standing, now: string): boolean =>
  until === undefined ? days?.to !== undefined && days.to < now.slice(0, 10) : until <= now;
