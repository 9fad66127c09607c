import { addMinutes, type Instant } from '../../shared/values/instants.ts';
import { endOf, type SessionTime } from '../port/session-time.ts';

/**
 * In which order sessions move, so that none stands in the way of one that is about to leave: those that get later from
 * the last on, those that get earlier from the first.
 */
export const inOrderOfMoving = <Some extends { readonly from: Instant; readonly to: Instant }>(
  moves: readonly Some[],
): readonly Some[] => [
  ...moves.filter(({ from, to }) => to < from).toSorted((one, other) => (one.from < other.from ? -1 : 1)),
  ...moves.filter(({ from, to }) => to >= from).toSorted((one, other) => (one.from < other.from ? 1 : -1)),
];

/**
 * Of each of these sessions the others that it shares time with. Whoever is in both has been let be so, and may stay in both
 * when they move: which of them moves first, and where they lie meanwhile, is of no account.
 */
export function atTheSameTime(
  sessions: readonly (Pick<SessionTime, 'days'> & { readonly sessionId: string })[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const beside = new Map(sessions.map(({ sessionId }) => [sessionId, new Set<string>()] as const));
  const spans = sessions.flatMap(({ sessionId, days }) =>
    days.map((day) => ({ sessionId, start: day.start, end: endOf(day) })),
  );
  let running: typeof spans = [];
  for (const span of spans.toSorted((one, other) => (one.start < other.start ? -1 : 1))) {
    running = running.filter(({ end }) => end > span.start);
    for (const { sessionId } of running.filter((each) => each.sessionId !== span.sessionId)) {
      beside.get(sessionId)?.add(span.sessionId);
      beside.get(span.sessionId)?.add(sessionId);
    }
    running.push(span);
  }
  return beside;
}

/** Months, as `YYYY-MM`, from that of one instant to that of another. */
export function monthsBetween(from: Instant, until: Instant): readonly string[] {
  const months: string[] = [];
  for (let at = from; at < until; at = addMinutes(at, 28 * 24 * 60)) months.push(at.slice(0, 7));
  return [...new Set([...months, until.slice(0, 7)])];
}
