import { minutesBetween } from '../../../../../functions/shared/values/instants.ts';
import { laterOnTheWall, type ProposedDay } from '../../../parts/proposal.ts';
import type { Member, WantedSession } from '../../slots/wanted-session.ts';
import type { SessionView } from '../session-view.ts';

/** The search for another time of a session that stands: the same people, rooms, parts and length. */
export function wantedToMove(
  { kind: sessionKind, days, seats, rooms }: Pick<SessionView, 'kind' | 'days' | 'seats' | 'rooms'>,
  members: readonly Member[],
  today: string,
): WantedSession {
  const parts = days[0]?.parts ?? [];
  const minutesOf = (which: 'pre' | 'main' | 'post') => {
    const part = parts.find(({ kind }) => kind === which);
    return part === undefined ? 0 : minutesBetween(part.start, part.end);
  };
  const sits = seats.flatMap(({ pseudonym }) => (pseudonym === undefined ? [] : [pseudonym]));
  const here = members.filter(({ pseudonym }) => sits.includes(pseudonym));
  // A room that the reader may not know is looked at when the session is moved.
  const known = rooms.flatMap(({ roomId }) => roomId ?? []);
  const [interpreter, ...more] = here.filter(({ role }) => role === 'interpreter');
  return {
    kind: sessionKind,
    from: today,
    days: 28,
    minutes: minutesOf('main'),
    pre: minutesOf('pre'),
    post: minutesOf('post'),
    grid: 15,
    members: [...here.filter(({ role }) => role !== 'interpreter'), ...more].map(({ personId }) => personId),
    interpreter: interpreter === undefined ? { kind: 'none' } : { kind: 'one', id: interpreter.personId },
    room: known.length === 0 ? { kind: 'none' } : { kind: 'these', ids: known },
    outsideHours: false,
    shortNotice: false,
    withoutBuffers: false,
  };
}

/** Every day of a session whose first begins then: the others as long after it, on the venue’s wall, as they are now. */
export const daysFrom = (session: Pick<SessionView, 'days'>, first: ProposedDay): ProposedDay[] => [
  first,
  ...againOf(session).map((after) => ({ local: laterOnTheWall(first.local, after) })),
];

/** By how many minutes the venue’s wall clock is further on when each further day of a session begins. */
export function againOf({ days }: Pick<SessionView, 'days'>): readonly number[] {
  const [first, ...more] = days.map(({ local }) => Date.parse(`${local}Z`) / 60_000);
  return first === undefined ? [] : more.map((at) => at - first);
}
