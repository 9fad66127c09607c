import { instantOf, overlaps } from '../../../../functions/shared/values/instants.ts';
import type { OwnSession } from '../../own-day/at-door.ts';
import { addDays, dayAt, dayStart } from '../../parts/local-day.ts';

/** Somebody's own sessions as their first page has them; each list soonest first, what is over latest first. */
export interface HomeLists {
  /** Those with something that waits for the reader. */
  readonly waiting: readonly OwnSession[];
  readonly today: readonly OwnSession[];
  readonly coming: readonly OwnSession[];
  readonly over: readonly OwnSession[];
}

/**
 * @param zone by whose wall clock it is today
 * @param now milliseconds since 1970
 */
export function listsOf(sessions: readonly OwnSession[], zone: string, now: number): HomeLists {
  const at = instantOf(now);
  const day = dayAt(zone, at);
  const today = { start: dayStart(zone, day), end: dayStart(zone, addDays(day, 1)) };
  const isToday = ({ days }: OwnSession) => days.some((each) => overlaps(each, today));
  // What waits of somebody without a seat is no session of theirs.
  const own = sessions.filter(({ mySeat }) => mySeat !== undefined);
  return {
    waiting: sessions.filter(({ waits }) => waits.length > 0),
    today: own.filter(isToday),
    coming: own.filter((each) => !isToday(each) && each.end > at),
    over: own.filter((each) => !isToday(each) && each.end <= at).toReversed(),
  };
}
