import type { DeclaredEntry, EntryBy } from '../../custody/port/action.ts';
import { headKey } from '../../custody/port/append.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { Context } from '../../shared/http/call.ts';
import type { Plan } from '../../shared/store/commit.ts';
import {
  putNext,
  readSeries,
  type NewStep,
  type Series,
  type Step,
} from '../../shared/store/numbered-series.ts';
import type { Change, Key } from '../../shared/store/store.ts';
import { parseInstant } from '../../shared/values/instants.ts';
import { enterInCaseLog } from './case-log.ts';
import { parseStanding, putStanding, standingKey, type NewStanding, type StandingGate } from './standing.ts';
import type { Found } from '../../shared/store/read-by-key.ts';

/**
 * How something that stands for a person and a case is decided, whichever it is: the decisions that were taken before, and in
 * one transaction the new one, the standing, and the entry in the case's log. No session is touched: whatever is wrong with
 * one of them, this is written. Their doors follow (sessions/following).
 */

/** Where a capability keeps what was decided about a person of a case. */
export const personPartition = (caseId: string, pseudonym: string): string => `person#${caseId}#${pseudonym}`;

/** A step without what is the same for all: its number, by whom, and when. */
type Decided<Each extends Step> = Each extends unknown ? Omit<Each, keyof Step> : never;

/** Whoever decides, as the case and the log know them. */
export interface Decider {
  /** Of the directory; of somebody without an account the pseudonym. */
  readonly recordedBy: string;
  readonly role: Role;
  readonly pseudonym: string;
}

/** What a decision comes to. */
export interface StandingDecision<Each extends Step, Answer> {
  /** Undefined where it changes nothing yet: what stands goes on to stand. */
  readonly standing: NewStanding | undefined;
  readonly step: Decided<Each>;
  readonly by: Decider;
  /** What else is changed or held in the same transaction. */
  readonly changes?: readonly Change[];
  /** What goes into the case's log, of whoever decides. */
  readonly entry: (by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>) => DeclaredEntry;
  readonly answer: Answer;
}

interface StandingOf<Each extends Step> {
  readonly gate: StandingGate;
  /** The decisions, in the table of the capability. */
  readonly series: Series<Each>;
}

interface StandingCall {
  readonly params: { readonly caseId: string; readonly party: string };
  readonly now: Date;
  readonly context: Pick<Context, 'store' | 'randomBytes'>;
  readonly commit: <Answer>(decide: () => Promise<Plan<Answer>>) => Promise<Answer>;
}

/**
 * @param enter reads who asks and whom it is about, with the given keys beside, and refuses whoever may not
 * @throws {Refusal} those of `enter`, and whatever the gate's own rule refuses
 */
export const standingDecision = <In extends { readonly found: Found }, Each extends Step, Answer>(
  { params: { caseId, party }, now, context: { store, randomBytes }, commit }: StandingCall,
  { gate, series }: StandingOf<Each>,
  enter: (more: readonly Key[]) => Promise<In>,
  decide: (
    read: In & { readonly before: readonly Each[] },
  ) => Promise<StandingDecision<Each, Answer>> | StandingDecision<Each, Answer>,
): Promise<Answer> =>
  commit(async () => {
    const partition = personPartition(caseId, party);
    const own = standingKey(caseId, party, gate);
    const [entered, before] = await Promise.all([
      enter([headKey(caseId), own]),
      readSeries(store, series, partition),
    ]);
    const { standing, step, by, changes = [], entry, answer } = await decide({ ...entered, before });
    const recordedAt = parseInstant(now.toISOString());
    const head = entered.found(headKey(caseId));
    const log = enterInCaseLog({ caseId, head, by, now, randomBytes }, entry);
    const recorded = { ...step, recordedAt, recordedBy: by.recordedBy } as unknown as NewStep<Each>;
    return {
      changes: [
        putNext(series, partition, before, recorded),
        ...(standing === undefined
          ? []
          : [
              putStanding({ caseId, pseudonym: party, gate }, parseStanding(entered.found(own)), {
                ...standing,
                recordedAt,
                leafHash: log.leafHash,
              }),
            ]),
        ...changes,
        ...log.changes,
      ],
      answer,
    };
  });
