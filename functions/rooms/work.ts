import type { Door } from '../sessions/port/door.ts';
import { atWork, begun, stopped, type Work } from './port/at-work.ts';
import type { Room } from './room.ts';
import { windowAt } from '../sessions/port/window.ts';

/** Who interprets and how long, as the room’s steps make it. Pure. */

const works = ({ phase, seats }: Room, who: string): boolean =>
  phase === 'open' && seats[who]?.state === 'admitted';

/** The room after a step, with what was worked until then. The same where nobody begins or ends. */
export function withWork(door: Door, before: Room, after: Room, now: Date): Room {
  const interpreters = door.seats.flatMap(({ seat, pseudonym }) =>
    seat === 'interpreter' ? [pseudonym] : [],
  );
  const opensAt = windowAt(door, now) ?? door.opensAt;
  const whos = new Set([...interpreters, ...Object.keys(before.work ?? {})]);
  const moved = [...whos].flatMap((who): [string, Work[string]][] => {
    const known = before.work?.[who];
    const isAt = works(after, who) && interpreters.includes(who);
    if (isAt === (known?.since !== undefined)) return [];
    return isAt
      ? [[who, begun(known, opensAt, now)]]
      : known === undefined
        ? []
        : [[who, stopped(known, now)]];
  });
  return moved.length === 0 ? after : { ...after, work: { ...after.work, ...Object.fromEntries(moved) } };
}

/** How those stand who are at work now. */
export const workers = (door: Door, { work = {} }: Pick<Room, 'work'>, now: Date) =>
  door.seats.flatMap(({ seat, pseudonym }) => {
    const of = seat === 'interpreter' ? work[pseudonym] : undefined;
    return of?.since === undefined ? [] : [{ pseudonym, told: of.told, ...atWork(of, door, now) }];
  });
