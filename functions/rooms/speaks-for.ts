import { capacityOn } from '../cases/port/capacity.ts';
import { dayWhere } from '../cases/port/day-where.ts';
import { witnessIn, witnessKeys } from '../cases/port/membership.ts';
import { parseStanding, standingKey, type Standing } from '../cases/port/standing.ts';
import { isInWindow, type Door, type Seat } from '../sessions/port/door.ts';
import { Refusal } from '../shared/refusals.ts';
import { readByKey } from '../shared/store/read-by-key.ts';
import type { Store } from '../shared/store/store.ts';
import { wishesStill } from '../witnesses/port/wish.ts';
import type { Room } from './room.ts';
import { supporterIsThere } from './wishes.ts';
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

/** What this seat is asked to wait for, or to waive: the room cannot keep it as it is. */
interface AskedToWaive {
  readonly womanWished?: true;
  readonly supporterWished?: true;
}

/**
 * Whether somebody else than they wished for waits to interpret, or nobody is beside them, so that this seat is asked. The door and
 * the room say so for all who are heard; only then it is looked whose wish it is.
 */
export async function askedToWaive(
  store: Store,
  door: Door,
  room: Room,
  me: Seat,
  now: Date,
): Promise<AskedToWaive> {
  const isTheirs = me.seat === 'witness' || me.seat === 'guardian';
  if (!isTheirs || door.status !== 'booked') return {};
  const noWoman = door.interpretedBy === 'others' && door.gates.interpreter === 'missing';
  const isAlone = isInWindow(door, now) && !supporterIsThere(door, room);
  if (!noWoman && !isAlone) return {};
  try {
    const { stood } = await waivesFor(store, door, me, now);
    return {
      ...(noWoman && wishesStill(stood) ? { womanWished: true as const } : {}),
      ...(isAlone && wishesStill(stood, 'supporter') ? { supporterWished: true as const } : {}),
    };
  } catch (refused) {
    if (refused instanceof Refusal) return {};
    throw refused;
  }
}
