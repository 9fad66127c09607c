import { Refusal } from '../../shared/refusals.ts';
import type { Part } from '../port/proposal.ts';
import { proposedTimeOf, resolveDays, type SessionTime } from '../port/session-time.ts';
import type { Session } from './session.ts';

/**
 * The session with so many minutes of the main part on each day.
 * @throws {Refusal} `time-not-possible` where it would be over already
 */
export function withLength(session: Session, minutes: number, now: Date): SessionTime {
  const proposed = proposedTimeOf(session);
  const time = resolveDays({ ...proposed, parts: withMain(proposed.parts, minutes) });
  if (time.end <= now.toISOString()) throw new Refusal('time-not-possible');
  return time;
}

function withMain(parts: readonly Part[], minutes: number): readonly Part[] {
  const main = parts.findIndex(({ kind }) => kind === 'main');
  const more = minutes - (parts[main]?.minutes ?? 0);
  return parts.map((part, index) => {
    if (index < main) return part;
    return index === main ? { ...part, minutes } : { ...part, at: part.at + more };
  });
}
