import * as z from 'zod';
import type { Change, Key } from '../../shared/store/store.ts';
import type { Door, Seat } from '../../sessions/port/door.ts';
import { phase, seatState } from '../contract.ts';

/**
 * The published port of `rooms` on whether a session is in its room, and who is in it: for what may be done there alone. Pure.
 */

const inRoom = z.object({
  version: z.int(),
  phase,
  seats: z.record(z.string(), z.object({ state: seatState })),
  /** By pseudonym, whom somebody goes with; absent for as their role says. */
  beside: z.record(z.string(), z.string()).optional(),
});
export type InRoom = z.infer<typeof inRoom>;

/** Where the room of a session lies; read it in the same round as your own items. */
export const inRoomKey = (sessionId: string): Key => ({
  table: 'rooms',
  pk: `session#${sessionId}`,
  sk: 'room',
});

/** A room that was never opened is closed. */
export const parseInRoom = (item: unknown): InRoom =>
  item === undefined ? { version: 0, phase: 'closed', seats: {} } : inRoom.parse(item);

/** While a pause lasts too: what is ruled on it is ruled then. */
export const isInUse = ({ phase: now }: Pick<InRoom, 'phase'>): boolean => now === 'open' || now === 'paused';

/** Let in by whoever runs the session, and not put out since. */
export const isIn = ({ seats }: Pick<InRoom, 'seats'>, pseudonym: string): boolean =>
  seats[pseudonym]?.state === 'admitted';

/** Who presides, where somebody does and is in the room. */
export const presidingIn = ({
  door,
  room,
}: {
  readonly door: Pick<Door, 'seats'>;
  readonly room: Pick<InRoom, 'seats'>;
}): Seat | undefined =>
  door.seats.find(
    ({ seat, presides, pseudonym }) => seat === 'judge' && presides === true && isIn(room, pseudonym),
  );

/** Holds the room as it was read, while something else happens in the same transaction. */
export const checkInRoom = (sessionId: string, { version }: Pick<InRoom, 'version'>): Change => ({
  kind: 'check',
  key: inRoomKey(sessionId),
  when: { version },
  onRefused: 'retry',
});
