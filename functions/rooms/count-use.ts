import { Stale, type Store } from '../shared/store/store.ts';
import { Refusal } from '../shared/refusals.ts';
import { counted, unused, withSign, type SeatUse, type Use } from './seat-use.ts';
import type { Snapshot } from './snapshot.ts';
import { putSeatUse } from './store.ts';

/** What the caller's own seat has used so far, and with this use; to be written with whatever it is used for. */
export interface Counted {
  readonly before: SeatUse;
  readonly after: SeatUse;
}

/**
 * Counts one use of the caller's seat. One that goes beyond the limit costs no write but the first in each window, which is
 * how the clerk comes to see it.
 * @throws {Refusal} `asked-too-often`
 */
export async function countUse(
  store: Store,
  { uses, me, door }: Pick<Snapshot, 'uses' | 'me' | 'door'>,
  use: Use,
  now: Date,
): Promise<Counted> {
  const before =
    uses.find(({ pseudonym }) => pseudonym === me.pseudonym) ?? unused(door.sessionId, me.pseudonym);
  try {
    return { before, after: counted(before, use, now) };
  } catch (refused) {
    const signed = refused instanceof Refusal ? withSign(before, now) : undefined;
    if (signed !== undefined) await sign(store, before, signed);
    throw refused;
  }
}

async function sign(store: Store, before: SeatUse, signed: SeatUse): Promise<void> {
  try {
    await store.write([putSeatUse(before, signed)]);
  } catch (fault) {
    // Another request of the same seat was there first; the next one finds the sign, or makes it.
    if (!(fault instanceof Stale)) throw fault;
  }
}
