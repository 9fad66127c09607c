import * as z from 'zod';
import { usuallyAlone } from '../../shared/values/interpreting.ts';
import { instant, parseInstant, type Instant } from '../../shared/values/instants.ts';
import type { Key } from '../../shared/store/store.ts';
import type { Door } from '../../sessions/port/door.ts';

/**
 * The published port of `rooms` on how long whoever interprets was at work: let in, while the room was there. Whoever’s line goes
 * takes the room away, so no minute counts in which they could not be heard. Kept with the room, by each of its steps; all in
 * milliseconds. Pure.
 */

const onDay = z.object({
  /** When the room of that day opens: by it the day is known. */
  opensAt: z.string(),
  from: instant,
  until: instant.optional(),
  total: z.int().min(0),
});

export const worked = z.object({
  /** Since when they are at work, while they are. */
  since: instant.optional(),
  /** Until when they last were. */
  until: instant.optional(),
  /** Milliseconds without a rest, before `since`. */
  unbroken: z.int().min(0),
  /** That it was longer than the limit is entered, once until they rest. */
  told: z.literal(true).optional(),
  days: z.array(onDay),
});
export type Worked = z.infer<typeof worked>;
/** By pseudonym. */
export type Work = Readonly<Record<string, Worked>>;

/** A shorter break is no rest. Ours: the tables of the profession name when to change over, and no shortest rest. */
export const restMinutes = 10;
/** Minutes before the limit from which the page says that it is near. */
const nearMinutes = 10;

const minute = 60_000;
const between = (from: string, until: string): number => Date.parse(until) - Date.parse(from);
const at = (now: Date): Instant => parseInstant(now.toISOString());

/** Somebody begins. @param opensAt of the day */
export function begun(before: Worked | undefined, opensAt: string, now: Date): Worked {
  const { until, unbroken = 0, told, days = [] } = before ?? {};
  const rested = until === undefined || between(until, at(now)) >= restMinutes * minute;
  const today = days.find((each) => each.opensAt === opensAt) ?? { opensAt, from: at(now), total: 0 };
  return {
    since: at(now),
    unbroken: rested ? 0 : unbroken,
    ...(rested || told === undefined ? {} : { told }),
    days: [...days.filter((each) => each !== today && each.opensAt !== opensAt), today],
  };
}

/** Somebody ends, or has a break. */
export function stopped(before: Worked, now: Date): Worked {
  const { since, unbroken, days, ...rest } = before;
  if (since === undefined) return before;
  const until = at(now);
  const more = between(since, until);
  const last = days.at(-1);
  return {
    ...rest,
    until,
    unbroken: unbroken + more,
    days: days.map((day) => (day === last ? { ...day, until, total: day.total + more } : day)),
  };
}

/** Milliseconds without a rest, until now. */
export const unbrokenAt = ({ since, unbroken }: Worked, now: Date): number =>
  since === undefined ? unbroken : unbroken + between(since, now.toISOString());

/**
 * Minutes for which those who interpret in a session can work without a rest, by the rules of their own authorities; where the
 * door does not say, by what is usual.
 */
export const limitOf = ({ interpretsFor, mode = 'consecutive', seats }: LimitedDoor): number =>
  interpretsFor ??
  usuallyAlone[mode] * Math.max(1, seats.filter(({ seat }) => seat === 'interpreter').length);
type LimitedDoor = Pick<Door, 'interpretsFor' | 'mode' | 'seats'>;

/** How somebody stands who is at work: whole minutes, of how many, and whether that is near or reached. */
export function atWork(of: Worked, door: LimitedDoor, now: Date) {
  const limit = limitOf(door);
  const minutes = Math.floor(unbrokenAt(of, now) / minute);
  const state = minutes >= limit ? 'reached' : minutes >= limit - nearMinutes ? 'near' : 'fine';
  return { minutes, limit, state } as const;
}
/** Where the room lies, for whoever reads the times from it. */
export const workKey = (sessionId: string): Key => ({
  table: 'rooms',
  pk: `session#${sessionId}`,
  sk: 'room',
});
const withWork = z.object({ work: z.record(z.string(), worked).optional() });
/** What was worked in a session; nothing where its room was never opened. */
export const parseWork = (item: unknown): Work =>
  item === undefined ? {} : (withWork.parse(item).work ?? {});
