import { checkStandings, wishesIn, type KeptWish } from '../cases/port/standing.ts';
import type { Terms } from '../requests/port/terms.ts';
import { permittedIn, type Door } from '../sessions/port/door.ts';
import { followingOf, readStandings, termsIn } from '../sessions/port/standing.ts';
import type { Change, Store } from '../shared/store/store.ts';
import { instantOf } from '../shared/values/instants.ts';

/** A door as what stands for those who are heard makes it, whether it has followed yet or not. */
export interface AsItStands {
  readonly door: Door;
  /** What the host State demands of whoever holds it, for each who is heard. */
  readonly terms: readonly Terms[];
  /** What was wished for the session by those who are heard. */
  readonly wishes: readonly KeptWish[];
  /** Hold it so, while something else happens in the same transaction. */
  readonly checks: readonly Change[];
}

/** One round of reads. */
export async function asItStands(store: Store, door: Door, now: Date): Promise<AsItStands> {
  const standings = await readStandings(store, door);
  return {
    door: { ...door, ...followingOf(door, standings, instantOf(now.getTime())) },
    terms: termsIn(door, standings),
    wishes: wishesIn(standings),
    checks: checkStandings(door.caseId, permittedIn(door), standings),
  };
}
