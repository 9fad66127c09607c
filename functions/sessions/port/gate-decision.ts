import type { DeclaredEntry, EntryBy } from '../../custody/port/action.ts';
import { headKey, parseHead, prepareAppend } from '../../custody/port/append.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { Context } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Plan } from '../../shared/store/commit.ts';
import {
  putNext,
  readSeries,
  type NewStep,
  type Series,
  type Step,
} from '../../shared/store/numbered-series.ts';
import type { Change, Key, Store } from '../../shared/store/store.ts';
import { newId } from '../../shared/values/ids.ts';
import type { GateState } from './door-gates.ts';
import { assertLive, setGate, type DoorMove } from './door.ts';
import type { Entered } from './enter-session.ts';
import type { GateName } from './gates.ts';

/**
 * How a gate is decided, whichever it is: the one way into the session, the decisions that were taken before, and in one
 * transaction the new one, the door, and the entry that says so. What each gate's decision is, its own capability says.
 */

/** What a decision is about. */
export interface Subject {
  readonly kind: 'session';
  readonly sessionId: string;
}

/** Where a capability keeps what was decided about it. */
export const subjectPartition = ({ sessionId }: Subject): string => `session#${sessionId}`;

export interface Gate<In extends Entered, Each extends Step> {
  readonly gate: GateName;
  /** The decisions, in the table of the capability. */
  readonly series: Series<Each>;
  /** By `enterSession`, with whatever else it is decided from. @param first keys to read beside the door */
  readonly enter: (store: Store, sessionId: string, staff: Staff, first: readonly Key[]) => Promise<In>;
}

/** A step without what is the same for all: its number, by whom, and when. */
type Decided<Each extends Step> = Each extends unknown ? Omit<Each, keyof Step> : never;

/** What a decision comes to. */
export interface Decision<Each extends Step, Answer> {
  readonly state: GateState;
  /** What else changes on the door. */
  readonly move?: DoorMove;
  readonly step: Decided<Each>;
  /** What else changes in the same transaction. */
  readonly changes?: readonly Change[];
  /** What goes into the log, of whoever decides. */
  readonly entry: (by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>) => DeclaredEntry;
  readonly answer: Answer;
}

interface GateCall {
  readonly actor: Staff;
  readonly params: { readonly sessionId: string };
  readonly now: Date;
  readonly context: Pick<Context, 'store' | 'randomBytes'>;
  readonly commit: <Answer>(decide: () => Promise<Plan<Answer>>) => Promise<Answer>;
}

/**
 * @throws {Refusal} those of `enterSession` and `assertLive`; `gate-not-needed` where the session has no such gate; and
 * whatever the gate's own rule refuses
 */
export const gateDecision = <In extends Entered, Each extends Step, Answer>(
  { actor, params: { sessionId }, now, context: { store, randomBytes }, commit }: GateCall,
  { gate, series, enter }: Gate<In, Each>,
  decide: (
    read: In & { readonly before: readonly Each[] },
  ) => Promise<Decision<Each, Answer>> | Decision<Each, Answer>,
): Promise<Answer> =>
  commit(async () => {
    const partition = subjectPartition({ kind: 'session', sessionId });
    const [entered, before] = await Promise.all([
      enter(store, sessionId, actor, [headKey(sessionId)]),
      readSeries(store, series, partition),
    ]);
    const { door, self, found } = entered;
    assertLive(door);
    // Nobody is heard in a meeting of authorities: what was decided about one would be a record of nothing.
    if (door.gates[gate] === 'not-needed') throw new Refusal('gate-not-needed');
    const { state, move, step, changes = [], entry, answer } = await decide({ ...entered, before });
    const recordedAt = now.toISOString();
    const log = prepareAppend({
      logId: sessionId,
      caseId: door.caseId,
      head: parseHead(found(headKey(sessionId))),
      entries: [
        entry({
          entryId: newId(randomBytes),
          actor: { role: self.role, pseudonym: self.pseudonym },
          occurredAt: recordedAt,
        }),
      ],
      recordedAt: now,
    });
    const recorded = { ...step, recordedAt, recordedBy: actor.personId } as unknown as NewStep<Each>;
    return {
      changes: [
        putNext(series, partition, before, recorded),
        setGate(door, gate, state, move),
        ...changes,
        ...log.changes,
      ],
      answer,
    };
  });
