import { checkConflicts } from '../cases/port/must-not-interpret.ts';
import { holdWitness } from '../cases/port/membership.ts';
import { checkStandings, wishesIn, type KeptWish, type Standing } from '../cases/port/standing.ts';
import { checkOrders, mattersOf, type StandingOrder } from '../orders/port/standing-orders.ts';
import type { Terms } from '../requests/port/terms.ts';
import { permittedIn, type Door } from '../sessions/port/door.ts';
import { followingAround, readStandsAround, termsIn } from '../sessions/port/standing.ts';
import type { Change, Store } from '../shared/store/store.ts';
import { instantOf } from '../shared/values/instants.ts';

/** A door as what stands for those who are heard, and by order of the court, makes it, whether it has followed yet or not. */
export interface AsItStands {
  readonly door: Door;
  /** What the host State demands of whoever holds it, for each who is heard. */
  readonly terms: readonly Terms[];
  /** What stands for those who are heard. */
  readonly standings: readonly Standing[];
  /** What was wished for the session by those who are heard. */
  readonly wishes: readonly KeptWish[];
  /** What the court ordered in the case. */
  readonly orders: readonly StandingOrder[];
  /** Hold it so for one seat, while something else happens in the same transaction. @param me pseudonym */
  readonly checksFor: (me: string) => readonly Change[];
}

/** One round of reads. */
export async function asItStands(store: Store, door: Door, now: Date): Promise<AsItStands> {
  const around = await readStandsAround(store, door);
  const { standings, orders, conflicts, heard, found } = around;
  const interpreted = door.gates.interpreter !== 'not-needed';
  return {
    door: { ...door, ...followingAround(door, around, instantOf(now.getTime())) },
    terms: termsIn(door, standings),
    standings,
    wishes: wishesIn(standings),
    orders,
    checksFor: (me) => [
      ...checkStandings(door.caseId, permittedIn(door), standings),
      ...(interpreted ? [checkConflicts(door.caseId, conflicts)] : []),
      // As what they are heard says which of these are asked.
      ...heard.map((each) => holdWitness(found, each)),
      ...checkOrders(door.caseId, mattersOf(door, me), orders),
    ],
  };
}
