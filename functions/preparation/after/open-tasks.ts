import type { CaseWitness } from '../../cases/port/membership.ts';
import { standingAs, type Standing } from '../../cases/port/standing.ts';
import { heardIn, type Door } from '../../sessions/port/door.ts';
import type { Instant } from '../../shared/values/instants.ts';
import type { TaskStep } from '../store.ts';
import { withdrawal } from './contract.ts';
import {
  debriefBooked,
  isKept,
  isPlanned,
  overAt,
  tasksAfter,
  type Occasion,
  type TaskName,
} from './tasks.ts';

/** What is to be done for one person of a case, and what was done, as everything stands now. Pure. */

export interface OpenedTask {
  readonly occasion: Occasion;
  readonly task: TaskName;
  readonly dueAt: Instant;
  /** That it was done, or is not needed; a debrief that is booked is done. */
  readonly closed?: Pick<TaskStep, 'state' | 'note' | 'recordedAt'> | 'by-booking';
}

export interface Around {
  /** Of every session of the case. */
  readonly doors: readonly Door[];
  readonly standings: readonly Standing[];
  readonly closed: readonly TaskStep[];
}

/** What happened to them after which they are seen to: hearings that are over, and that consent is taken back. */
export function occasionsOf(
  { pseudonym }: Pick<CaseWitness, 'pseudonym'>,
  { doors, standings }: Pick<Around, 'doors' | 'standings'>,
  now: Instant,
): readonly Occasion[] {
  const heard = doors.flatMap((door): Occasion[] => {
    // Of a visit, a rehearsal or a debrief nobody has to recover.
    if (door.gates.rehearsal === 'not-needed' || !heardIn(door).includes(pseudonym)) return [];
    const at = overAt(door, now);
    return at === undefined ? [] : [{ ref: door.sessionId, at }];
  });
  const consent = standingAs(standings, pseudonym, 'consent');
  const taken = consent?.state === 'refused' ? [{ ref: withdrawal, at: consent.recordedAt }] : [];
  return [...heard, ...taken].filter((each) => isKept(each, now));
}

export function tasksFor(
  whose: Pick<CaseWitness, 'pseudonym'>,
  around: Around,
  now: Instant,
): readonly OpenedTask[] {
  const debriefs = around.doors.filter(
    (door) => door.kind === 'debrief' && heardIn(door).includes(whose.pseudonym),
  );
  const planned = standingAs(around.standings, whose.pseudonym, 'riskPlan')?.aftercare;
  return occasionsOf(whose, around, now).flatMap((occasion) =>
    tasksAfter(occasion).flatMap(({ task, dueAt }): OpenedTask[] => {
      const closed = around.closed.findLast(
        (each) => each.task === task && each.occasion === occasion.ref && each.since === occasion.at,
      );
      if (closed !== undefined) return [{ occasion, task, dueAt, closed }];
      if (!isPlanned(task, planned)) return [];
      return task === 'debrief' && debriefBooked(debriefs, occasion)
        ? [{ occasion, task, dueAt, closed: 'by-booking' }]
        : [{ occasion, task, dueAt }];
    }),
  );
}
