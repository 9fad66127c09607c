import type * as z from 'zod';
import { isGuestSeat } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import { heardIn, type Door, type Seat } from '../sessions/port/door.ts';
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

/** The beginning of the window in which the rooms admit at this moment; undefined outside of all. */
export function windowAt({ opensAt, closesAt, windows }: Door, now: Date): string | undefined {
  const at = now.toISOString();
  return (windows ?? [{ opensAt, closesAt }]).find((day) => day.opensAt <= at && at < day.closesAt)?.opensAt;
}

/** What somebody has said today; undefined where they have not been asked. */
export function saidBy(door: Door, room: Room, pseudonym: string, now: Date): SaidToday | undefined {
  const said = room.today?.[pseudonym];
  return said !== undefined && said.opensAt === windowAt(door, now) ? said : undefined;
}

/** How it stands for each who is asked, by pseudonym. */
export const todayOf = (
  door: Door,
  room: Room,
  now: Date,
): ReadonlyMap<string, z.infer<typeof takesPart> | 'asked'> =>
  new Map(
    askedToday(door).map((pseudonym) => [pseudonym, saidBy(door, room, pseudonym, now)?.said ?? 'asked']),
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
  // A room that was opened before anybody was asked; one that is opened now says so.
  if (room.today === undefined) return;
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
