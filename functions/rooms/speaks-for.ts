import { capacityOn } from '../cases/port/capacity.ts';
import { dayWhere } from '../cases/port/day-where.ts';
import { witnessIn, witnessKeys } from '../cases/port/membership.ts';
import { parseStanding, standingKey, type Standing } from '../cases/port/standing.ts';
import type { Door, Seat } from '../sessions/port/door.ts';
import { Refusal } from '../shared/refusals.ts';
import { readByKey } from '../shared/store/read-by-key.ts';
import type { Store } from '../shared/store/store.ts';
import { wishesStill } from '../witnesses/port/wish.ts';
import { heardAs } from './for-whom.ts';

/** Whose wish somebody in a seat may waive on their own page: their own, or as guardian a child's. */

/**
 * Whose wish this seat may waive: their own, and of a child the guardian alone. Up to two rounds of reads.
 * @throws {Refusal} `guardian-needed` for a child; `not-your-role` for the guardian of somebody who is none any more; `not-found`
 */
export async function waivesFor(
  store: Store,
  { caseId }: Pick<Door, 'caseId'>,
  me: Seat,
  now: Date,
): Promise<{ readonly party: string; readonly stood: Standing | undefined }> {
  const party = await heardAs(store, caseId, me, now);
  const own = standingKey(caseId, party, 'consent');
  const found = await readByKey(store, [own, ...witnessKeys(caseId, [party])]);
  const witness = witnessIn(found, caseId, party);
  if (witness === undefined) throw new Refusal('not-found');
  const isChild = capacityOn(witness, dayWhere(witness, now)) === 'child';
  if (isChild && me.seat === 'witness') throw new Refusal('guardian-needed');
  if (!isChild && me.seat === 'guardian') throw new Refusal('not-your-role');
  return { party, stood: parseStanding(found(own)) };
}

/**
 * Whether somebody else than they wished for waits to interpret, so that this seat is asked. The door says so for all who are
 * heard; only then it is looked whose wish it is.
 */
export async function isAskedToWaive(store: Store, door: Door, me: Seat, now: Date): Promise<boolean> {
  const isTheirs = me.seat === 'witness' || me.seat === 'guardian';
  if (!isTheirs || door.status !== 'booked') return false;
  if (door.interpretedBy !== 'others' || door.gates.interpreter !== 'missing') return false;
  try {
    return wishesStill((await waivesFor(store, door, me, now)).stood);
  } catch (refused) {
    if (refused instanceof Refusal) return false;
    throw refused;
  }
}
