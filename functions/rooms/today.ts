import type * as z from 'zod';
import { isGuestSeat } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import { heardIn, type Door, type Seat } from '../sessions/port/door.ts';
import { isOfDay, windowAt } from '../sessions/port/window.ts';
import type { takesPart } from './contract.ts';
import type { Room } from './room.ts';
import type { SaidToday } from './said-today.ts';

/**
 * What whoever is heard says on the day itself: consent was given some day, and today they take part or do not. It is asked of
 * those without whose consent there is no such session, on each of its days anew. Why it is so: infra/decisions/confirmed-today.md.
 */

/** Pseudonyms of those who are asked. */
export const askedToday = (door: Pick<Door, 'gates' | 'seats'>): readonly string[] =>
  door.gates.consent === 'not-needed' ? [] : heardIn(door);

/**
 * What somebody has said today; undefined where they have not been asked. Her no goes with a session that is moved on its day, and
 * nobody else's yes takes its place.
 */
export function saidBy(door: Door, room: Room, pseudonym: string, now: Date): SaidToday | undefined {
  const said = room.today?.[pseudonym];
  const opensAt = windowAt(door, now);
  return said !== undefined && opensAt !== undefined && isOfDay(door, said.opensAt, opensAt)
    ? said
    : undefined;
}

/** How it stands for each who is asked, by pseudonym; while the rooms admit nobody, nobody is. */
export const todayOf = (
  door: Door,
  room: Room,
  now: Date,
): ReadonlyMap<string, z.infer<typeof takesPart> | 'asked'> =>
  new Map(
    (windowAt(door, now) === undefined ? [] : askedToday(door)).map((pseudonym) => [
      pseudonym,
      saidBy(door, room, pseudonym, now)?.said ?? 'asked',
    ]),
  );

/**
 * A room is opened once each has been asked, and one of them at least takes part.
 * @throws {Refusal} `not-confirmed-today`
 */
export function assertAskedToday(door: Door, room: Room, now: Date): void {
  const said = [...todayOf(door, room, now).values()];
  if (said.length > 0 && (said.includes('asked') || !said.includes('yes')))
    throw new Refusal('not-confirmed-today');
}

/**
 * Whoever has not said that they take part today has no pass; everybody else has what they have.
 * @throws {Refusal} `not-confirmed-today`; to a guest `room-not-open`
 */
export function assertTakesPartToday(
  door: Door,
  room: Room,
  { seat, pseudonym }: Pick<Seat, 'seat' | 'pseudonym'>,
  now: Date,
): void {
  // Also in a room that was opened before anybody was asked: one press of theirs, or of the officer beside them, and they go on.
  const said = todayOf(door, room, now).get(pseudonym);
  if (said === undefined || said === 'yes') return;
  throw new Refusal(isGuestSeat(seat) ? 'room-not-open' : 'not-confirmed-today');
}

/**
 * The room with what somebody said.
 * @throws {Refusal} `outside-window`; `gate-not-needed` where nobody is asked; `not-yours-to-resume` where they said themselves
 * that it is not today, and somebody else would say otherwise
 */
export function withSaidToday(
  door: Door,
  room: Room,
  pseudonym: string,
  { said, by }: Pick<SaidToday, 'said' | 'by'>,
  now: Date,
): Room {
  const opensAt = windowAt(door, now);
  if (opensAt === undefined) throw new Refusal('outside-window');
  if (!askedToday(door).includes(pseudonym)) throw new Refusal('gate-not-needed');
  const before = saidBy(door, room, pseudonym, now);
  // Said by herself, it is hers: what the officer said before is taken over, and never the other way round.
  if (before?.said === said && (by !== 'self' || before.by === 'self')) return room;
  if (before?.by === 'self' && before.said === 'not-today' && by !== 'self')
    throw new Refusal('not-yours-to-resume');
  return { ...room, today: { ...room.today, [pseudonym]: { said, by, opensAt } } };
}
