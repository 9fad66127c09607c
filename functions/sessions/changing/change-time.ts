import type { AnswerOf } from '../../shared/http/contract.ts';
import { Refusal } from '../../shared/refusals.ts';
import { approvalKey, type Approvable } from './approval.ts';
import { assertNoConflict } from '../../availability/port/conflicts.ts';
import type { sessionMoved } from '../actions.ts';
import { assertStillThere, membersAmong } from '../booking/chosen-people.ts';
import { neededKeys, takeNeeded, type NeededTime } from './needed-time.ts';
import { changeSession, type SessionCall } from './change-session.ts';
import type { moveSession } from './contract.ts';
import { placeGiven } from '../../cases/port/case-state.ts';
import { atVenue } from './decision.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import { assertRuns, type LoadedSession } from './loaded-session.ts';
import { followIn } from '../following/follow-standing.ts';
import { doorAt } from '../model/new-door.ts';
import { assertMayOverride, type Override } from '../../availability/port/overrides.ts';
import { isOver, statusOf, type Session } from '../model/session.ts';
import type { SessionTime } from '../port/session-time.ts';
import { atKnownVenue } from '../model/venue.ts';

/** A session that is to have a time, with everybody who is booked for it. */
export interface TimeChange {
  /** What somebody else must have agreed to, shortly before the start. */
  readonly change: Approvable;
  readonly action: typeof sessionMoved;
  readonly overrides: readonly Override[] | undefined;
  /** @throws {Refusal} for a session that cannot be changed in that way */
  readonly assertMay: (loaded: LoadedSession) => void;
  /** The time, from the session as it was read. @throws {Refusal} for a time that is none */
  readonly time: (session: Session) => SessionTime;
  /** Whether a cancellation is taken back. */
  readonly restores?: true;
}

/**
 * Changes when a session is: every calendar that it stands on or is to stand on, the session, its door and the entry, in
 * one transaction.
 * @throws {Refusal} `room-ended`, `hold-over` for a session that is over
 */
export async function changeTime(
  call: SessionCall,
  holidays: KnownHolidays,
  wanted: TimeChange,
): Promise<AnswerOf<typeof moveSession>> {
  const answer = await atAnotherTime(call, holidays, wanted);
  // Which gates there are, and what stands for them, goes by the day. A pass asks anew in any case, and the sweep finds what fails here.
  await followIn(call.context, call.params.sessionId).catch(() => undefined);
  return answer;
}

const atAnotherTime = (
  call: SessionCall,
  holidays: KnownHolidays,
  { change, action, overrides = [], assertMay, restores, ...wanted }: TimeChange,
): Promise<AnswerOf<typeof moveSession>> =>
  changeSession(call, {
    reads: (known) => [
      ...neededKeys(known, everybody(known, timeIn(wanted.time, known.session)), holidays),
      approvalKey(known.session.sessionId, change.what),
      ...(restores ? membersAmong(known.session.caseId, known.roster.booked) : []),
    ],
    decide: async (loaded) => {
      assertRuns(loaded);
      assertMayOverride(overrides, call.actor.role);
      const { session, door, roster, found } = loaded;
      if (door.status === 'ended') throw new Refusal('room-ended');
      if (isOver(door, call.now)) throw new Refusal('hold-over');
      assertMay(loaded);
      const { hostState } = loaded.viewpoint;
      const time = atKnownVenue(wanted.time(session), call.actor, hostState, session.venue.zone);
      if (restores) assertStillThere(session.caseId, roster.booked, found);
      assertNoConflict(roster.booked, found, loaded.case);
      const needed = everybody(loaded, time);
      const taken = await takeNeeded(call, loaded, needed, holidays, { overrides, change });
      const after: Session = { ...session, ...time, sequence: session.sequence + 1 };
      const moved = atVenue(after, call.context.randomBytes);
      const move = doorAt(door, after, restores);
      return {
        door: move,
        moved,
        entry: (by) =>
          action.entry({
            ...by,
            details: { ...fromTo(session, after), ...taken.details },
            sealed: { venue: moved.venue.digest },
          }),
        // What is restored is given to its people anew, who may have left the case.
        changes: [...(restores ? [placeGiven(loaded.case)] : []), ...taken.changes],
        answer: {
          status: statusOf({ ...door, ...move }, call.now),
          start: after.start,
          end: after.end,
          sequence: after.sequence,
        },
      };
    },
  });

/** Everybody's time, in place of what they gave to the session so far. */
const everybody = (
  { roster: { booked } }: Pick<LoadedSession, 'roster'>,
  time: SessionTime | undefined,
): NeededTime => ({ bookings: booked, inPlaceOf: booked, time });

/** The time as far as it can be said; why it cannot is said only to whoever may know the session. */
function timeIn(time: TimeChange['time'], session: Session): SessionTime | undefined {
  try {
    return time(session);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const fromTo = (before: Session, after: Session) => ({
  from: [before.start, before.end],
  to: [after.start, after.end],
  zoneTable: after.venue.zoneTable,
});
