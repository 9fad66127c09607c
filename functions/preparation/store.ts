import * as z from 'zod';
import { holdersOf, witnessesIn, witnessKeys, type CaseWitness } from '../cases/port/membership.ts';
import { headKey } from '../custody/port/append.ts';
import { heardIn, type Door } from '../sessions/port/door.ts';
import { enterSession, hasSeat, type Entered } from '../sessions/port/enter-session.ts';
import { staffRole, type Staff } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import { stepFields, type Series, type Step } from '../shared/store/numbered-series.ts';
import type { Key, Store } from '../shared/store/store.ts';
import { taskNames } from './after/contract.ts';
import { tickStates } from './checklist/contract.ts';
import { outcome, testResult } from './test-call/contract.ts';

/** How it lies in the table: for each session its ticks and its tests, for each person what was done; nothing is overwritten. */

/** Under which role and name somebody did it, and what opens the sealed fields of the entry. */
const entered = {
  ...stepFields,
  role: staffRole,
  pseudonym: z.string(),
  disclosures: z.record(z.string(), z.string()),
};

const tickItem = z.object({
  ...entered,
  // An item that the list no longer has can still be read.
  item: z.string(),
  state: z.enum(tickStates),
  reason: z.string().optional(),
});
export type TickStep = z.output<typeof tickItem>;

const testItem = z.discriminatedUnion('kind', [
  z.object({ ...entered, kind: z.literal('result'), result: testResult, outcome }),
  z.object({ ...entered, kind: z.literal('set-aside'), of: z.int(), reason: z.string() }),
]);
export type TestStep = z.output<typeof testItem>;
export type ResultStep = Extract<TestStep, { readonly kind: 'result' }>;

const taskItem = z.object({
  ...entered,
  occasion: z.string(),
  /** When what happened happened: consent can be taken back more than once. */
  since: z.string(),
  task: z.enum(taskNames),
  state: z.enum(['done', 'not-needed']),
  note: z.string(),
});
export type TaskStep = z.output<typeof taskItem>;

const table = 'preparation';
export const ticks: Series<TickStep> = { table, name: 'tick', item: tickItem };
export const tests: Series<TestStep> = { table, name: 'test', item: testItem };
export const closedTasks: Series<TaskStep> = { table, name: 'task', item: taskItem };

export const isResult = (step: TestStep): step is ResultStep => step.kind === 'result';

/** The last result; undefined while nobody has tested. */
export const lastResult = (steps: readonly TestStep[]): ResultStep | undefined => steps.findLast(isResult);

/** That the last result was set aside. */
export function setAsideOf(steps: readonly TestStep[]) {
  const last = steps.at(-1);
  return last?.kind === 'set-aside' ? last : undefined;
}

/** A session as one of its case found it, with those who hold contact with whoever is heard. */
export interface Prepared extends Entered {
  readonly holders: readonly string[];
}

/**
 * A session that is prepared, with the heads of its log and of its case's.
 * @param first what else is to be read
 * @throws {Refusal} those of `enterSession`; `gate-not-needed` for a kind in which nobody is heard for the case
 */
export async function enterPrepared(
  store: Store,
  sessionId: string,
  staff: Staff,
  first: readonly Key[] = [],
): Promise<Prepared> {
  const found = await enterSession(store, sessionId, staff, {
    first: [headKey(sessionId), ...first],
    next: ({ caseId, ...door }) => [headKey(caseId), ...witnessKeys(caseId, heardIn(door))],
  });
  const { door } = found;
  if (door.gates.rehearsal === 'not-needed') throw new Refusal('gate-not-needed');
  return { ...found, holders: holdersOf(heardOf(found)) };
}

const heardOf = ({ door, found }: Entered): readonly CaseWitness[] =>
  witnessesIn(found, door.caseId, heardIn(door));

/** Whether somebody takes part: has a seat, or holds contact with whoever is heard. */
export const takesPart = (
  door: Door,
  holders: readonly string[],
  { personId }: Pick<Staff, 'personId'>,
): boolean => hasSeat(door, personId) || holders.includes(personId);

/** Of one person, about one session: more than anybody needs, so that a flood stops by itself and stops nobody else. */
const mostByOne = 120;

/** @throws {Refusal} `too-many-entries` */
export function assertNotTooMany(before: readonly Step[], { personId }: Pick<Staff, 'personId'>): void {
  if (before.filter(({ recordedBy }) => recordedBy === personId).length >= mostByOne)
    throw new Refusal('too-many-entries');
}
