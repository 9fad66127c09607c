import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { minutesBetween } from '../../shared/values/instants.ts';
import { lastYear } from '../../shared/values/zone-table.ts';
import { keptPerson, keptRoom } from '../../directory/port/keeping.ts';
import { tableEnd } from '../search/asked.ts';
import { minuteAfter, minuteBefore } from '../engine/free-starts.ts';
import { readTaken } from './read-taken.ts';
import { isLive, type CalendarId } from '../../sessions/port/week-pages.ts';
import type * as contract from './contract.ts';

const mostDays = 62;

/** What stands on one calendar. @throws {Refusal} `not-found` alike for one that is not there and one that others keep */
export const takenTimes: Handler<typeof contract.listTaken> = async ({
  actor,
  query: { personId, roomId, from, until },
  now,
  context: { store },
}) => {
  const minutes = minutesBetween(from, until);
  if (minutes <= 0 || minutes > mostDays * 1440)
    throw new Refusal('search-window-not-possible', {}, [
      { pointer: '/until', message: `Give an end at most ${mostDays} days after the beginning.` },
    ]);
  if (minuteBefore(from) < 0 || minuteAfter(until) > tableEnd)
    throw new Refusal('search-window-not-possible', {}, [
      { pointer: '/from', message: `Give times from 1970 until ${lastYear}.` },
    ]);
  const ownId = actor.personId;
  const isOwn = roomId === undefined && (personId ?? ownId) === ownId;
  if (roomId !== undefined) await keptRoom(store, actor, roomId);
  else if (personId !== undefined && !isOwn) await keptPerson(store, actor, personId);
  const calendar: CalendarId = roomId === undefined ? `person#${personId ?? ownId}` : `room#${roomId}`;
  const all = await readTaken(store, calendar, minuteBefore(from), minuteAfter(until));
  const shown = all.filter((each) => isLive(each, now) && each.start < until && from < each.end);
  return {
    // What lies over the cut of a week stands on both pages.
    taken: [...new Map(shown.map((each) => [`${each.sessionId} ${each.start}`, each])).values()]
      .toSorted((one, other) => (one.start < other.start ? -1 : 1))
      .map(({ start, end, sessionId, until: heldUntil }) => ({
        start,
        end,
        held: heldUntil !== undefined,
        ...(isOwn ? { sessionId } : {}),
      })),
  };
};
