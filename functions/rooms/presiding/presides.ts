import { isRunBy, type Door, type Seat } from '../../sessions/port/door.ts';
import { Refusal } from '../../shared/refusals.ts';
import { assertRuns } from '../runs.ts';

/** On whose word something is done; absent where it is one's own. */
export interface OnWord {
  readonly onWordOf?: 'judge';
}

/**
 * What the court says in its hearing the judge says who presides, or the clerk on that judge's word; where no judge presides, the clerk.
 * @returns on whose word, for the entry
 * @throws {Refusal} `not-your-role`; `judges-word-needed` for a clerk who does not say it
 */
export function wordOf(door: Door, me: Seat, said: { readonly onWordOf?: 'judge' | undefined }): OnWord {
  assertRuns(door, me);
  const presides = door.seats.some((seat) => seat.seat === 'judge' && isRunBy(door, seat));
  if (me.seat === 'judge' || !presides) return {};
  if (said.onWordOf === undefined) throw new Refusal('judges-word-needed');
  return { onWordOf: 'judge' };
}

/** Under whose seat a recess stands: who ends it is the judge who presides, or where there is none the clerk. */
export const presidingSeat = (door: Door): 'judge' | 'clerk' =>
  door.seats.some((seat) => seat.seat === 'judge' && isRunBy(door, seat)) ? 'judge' : 'clerk';
