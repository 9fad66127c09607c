import type { ProposedTime } from '../port/proposal.ts';
import { proposedTimeOf, resolveTime, type SessionTime } from '../port/session-time.ts';
import type { Session } from './session.ts';

/** When a session is to be instead: every day of it. */
export type NewTime = Pick<ProposedTime, 'zone' | 'days'>;

/** The session at another time, with the same parts on each day. @throws {Refusal} as `resolveTime` */
export const movedTime = (session: Session, to: NewTime, now: Date): SessionTime =>
  resolveTime({ ...proposedTimeOf(session), zone: to.zone, days: to.days }, now);
