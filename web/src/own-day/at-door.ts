import type * as z from 'zod';
import type { ownSession } from '../../../functions/sessions/contract.ts';
import type { RoomView } from '../video/room-view.ts';

export type OwnSession = z.infer<typeof ownSession>;

/** Somebody who waits at the door of a session that the reader lets people into. */
export interface AtDoor {
  readonly sessionId: string;
  readonly seat: RoomView['seats'][number]['seat'];
  readonly pseudonym: string;
}

/** Whether the reader lets people in there at this moment; then their page listens at the door. */
export const keepsDoor = ({ mySeat, status, opensAt, closesAt }: OwnSession, now: number): boolean =>
  mySeat === 'clerk' &&
  (status === 'booked' || status === 'ready') &&
  Date.parse(opensAt) <= now &&
  now < Date.parse(closesAt);

/** Everybody at the door of a room, but for the one who looks. */
export const atDoorOf = ({ sessionId, phase, myPseudonym, seats }: RoomView): readonly AtDoor[] =>
  phase === 'ended'
    ? []
    : seats
        .filter(({ state, pseudonym }) => state === 'waiting' && pseudonym !== myPseudonym)
        .map(({ seat, pseudonym }) => ({ sessionId, seat, pseudonym }));

/** One text for each who waits, by which somebody new is told from those of before. */
export const callers = (people: readonly AtDoor[]): readonly string[] =>
  people.map(({ sessionId, pseudonym }) => `${sessionId} ${pseudonym}`);

/** Whether somebody has come who was not there before. */
export const somebodyCame = (before: readonly string[], now: readonly string[]): boolean =>
  now.some((each) => !before.includes(each));

/** Milliseconds after which the bell rings again for somebody who still waits while nobody looks at the page. */
export const ringsAgain = 30_000;
