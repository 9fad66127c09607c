import type * as z from 'zod';
import type { Store } from '../../shared/store/store.ts';
import type { device, phase, seatState } from '../contract.ts';
import { withArrivals } from '../room.ts';
import { parseRoom, readSeatUses, roomKey } from '../store.ts';

/**
 * The published port of `rooms` on who waits, who is in, and what their device check found: for whoever helps with devices. Nothing of
 * what anybody says, sends or sees.
 */

export interface There {
  readonly phase: z.infer<typeof phase>;
  /** By pseudonym; whoever has not come stands in none. */
  readonly seats: Readonly<
    Record<
      string,
      { readonly state: z.infer<typeof seatState>; readonly device?: z.infer<typeof device> | undefined }
    >
  >;
}

/** One round of reads. */
export async function readThere(store: Store, sessionId: string): Promise<There> {
  const [[item], uses] = await Promise.all([store.get([roomKey(sessionId)]), readSeatUses(store, sessionId)]);
  const { phase: now, seats } = withArrivals(parseRoom(item, sessionId), uses);
  return { phase: now, seats };
}
