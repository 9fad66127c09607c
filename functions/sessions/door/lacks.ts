import { lastDayOf, type SessionSpan, type Standing } from '../../cases/port/standing.ts';
import type { Instant } from '../../shared/values/instants.ts';
import type { lacks } from './contract.ts';

export type Lack = (typeof lacks)[number];

/**
 * What somebody's standing lacks for a session, in the order in which it closes the gate (`stateFor`).
 * @returns undefined where nothing is lacking
 */
export function lackOf(
  standing: Standing | undefined,
  { sessionId, start, end }: SessionSpan,
  state: Standing['state'],
  now: Instant,
): Lack | undefined {
  if (state === 'open') return undefined;
  if (standing === undefined) return 'nothing-recorded';
  if (state === 'refused') return 'decided-against';
  if (standing.waysFirst === true) return 'another-way-first';
  if (standing.state === 'missing') return standing.turn === 'prosecutor' ? 'second-word' : 'not-enough';
  const { until, sessions, days } = standing;
  if (until !== undefined && until <= now) return 'run-out';
  if (sessions !== undefined && !sessions.includes(sessionId)) return 'other-session';
  const early = days?.from !== undefined && start.slice(0, 10) < days.from;
  if (early || (days?.to !== undefined && days.to < lastDayOf(end))) return 'other-days';
  return 'nobody-on-call';
}
