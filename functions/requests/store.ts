import * as z from 'zod';
import { enterHeard, type EnteredHeard, type Heard } from '../cases/port/enter-party.ts';
import {
  filePartition,
  hostStateOf,
  parseFile,
  parsePseudonyms,
  pseudonymsKey,
  type Case,
} from '../cases/port/membership.ts';
import { parsePerson, personKey, type Person } from '../directory/port/actor.ts';
import { doorKey, parseDoor, permittedIn } from '../sessions/port/door.ts';
import type { Staff } from '../shared/access/roles.ts';
import { stepFields, type Series } from '../shared/store/numbered-series.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Key, Store } from '../shared/store/store.ts';
import { countryCode } from '../shared/values/countries.ts';
import { permission } from './contract.ts';
import { legalBases } from './law/contract.ts';
import { instrumentsFor } from './law/instruments-for.ts';
import { paper, permissionDecision, wayTried, type PermissionDecision } from './permission/contract.ts';
import { questionsStep, telling } from './other-way/contract.ts';
import type { Circumstances } from './permission/decision.ts';
import { assertMayEnterPaper, assertOfEitherState, assertOfHostState } from './permission/steps.ts';

/** Decisions as they were taken on one session, before they stood for the case. */
const onSession = z.object({ ...stepFields, permission });
export type OnSession = z.output<typeof onSession>;
export const decisionsOnSession: Series<OnSession> = {
  table: 'requests',
  name: 'permission',
  item: onSession,
};

/** The State whose decision it is: when the person is in another one, it is none of that State's. */
const ofState = { ...stepFields, hostState: z.string() };
/** How a person’s permission came about, step by step; see permission/steps.ts. */
const step = z.discriminatedUnion('kind', [
  z.object({ ...ofState, kind: z.literal('decided'), decision: permissionDecision }),
  z.object({ ...ofState, kind: z.literal('paper-entered'), decision: permissionDecision, paper }),
  z.object({ ...ofState, kind: z.literal('paper-confirmed'), entry: z.int().min(1) }),
  z.object({ ...ofState, ...wayTried.shape, kind: z.literal('way-tried'), of: z.int().min(1) }),
]);
type Stored = z.output<typeof step>;
export const steps: Series<Stored> = { table: 'requests', name: 'decision', item: step };

/** That whoever was to be heard was told of a decision that leaves no live link. */
const tellingItem = z.object({
  ...stepFields,
  ...telling.shape,
  pseudonym: z.string(),
  /** Opens the commitments of the entry, by field name. */
  disclosures: z.record(z.string(), z.string()),
});
export type TellingStep = z.output<typeof tellingItem>;
export const tellings: Series<TellingStep> = { table: 'requests', name: 'told', item: tellingItem };

/** Questions in writing: each stretch of their way is a step. */
const [sent, answered, returned] = questionsStep.options;
const questionsItem = z.discriminatedUnion('step', [
  z.object({
    ...stepFields,
    ...sent.shape,
    number: stepFields.number,
    document: sent.shape.number,
    disclosures: z.record(z.string(), z.string()),
  }),
  z.object({ ...stepFields, ...answered.shape }),
  z.object({ ...stepFields, ...returned.shape }),
]);
export type QuestionsStep = z.output<typeof questionsItem>;
export const questions: Series<QuestionsStep> = { table: 'requests', name: 'questions', item: questionsItem };

type Whose = { readonly caseId: string; readonly party: string };

/** Who asks whom: the host State is the one in which this person is. */
export const statesOf = ({ case: of, witness }: Pick<EnteredHeard, 'case' | 'witness'>) => ({
  requestingState: of.requestingState,
  hostState: hostStateOf(of, [witness]),
});

/**
 * A person to be heard, entered by an authority of the State that decides whether they may be.
 * @throws {Refusal} those of `enterHeard`; `host-state-decides` for an authority of another State
 */
export async function enterAsHostState(
  store: Store,
  whose: Whose,
  staff: Staff,
  more: readonly Key[],
): Promise<EnteredHeard> {
  const own = personKey(staff.personId);
  const entered = await enterHeard(store, whose, staff, [...more, own]);
  assertOfHostState(parsePerson(entered.found(own)), statesOf(entered));
  return entered;
}

/** A person to be heard, with the central authorities of the case as the directory has them. */
export interface Authorities extends EnteredHeard {
  /** The one who asks. */
  readonly own: Person;
  readonly authorities: readonly Person[];
}

/** @throws {Refusal} those of `enterHeard` */
export async function enterWithAuthorities(
  store: Store,
  whose: Whose,
  staff: Staff,
  more: readonly Key[],
): Promise<Authorities> {
  const key = personKey(staff.personId);
  const [entered, items] = await Promise.all([
    enterHeard(store, whose, staff, [...more, key]),
    queryAll(store, 'cases', filePartition(whose.caseId)),
  ]);
  const { members } = parseFile(items, staff.personId);
  const theirs = members.filter(({ role }) => role === 'central-authority');
  const people = await store.get(theirs.map(({ personId }) => personKey(personId)));
  // Whoever is disabled has no account any more.
  const authorities = people.map(parsePerson).filter(({ disabled }) => disabled !== true);
  return { ...entered, own: parsePerson(entered.found(key)), authorities };
}

/**
 * A person to be heard, entered by the requesting central authority, from paper.
 * @throws {Refusal} those of `enterHeard`; `host-state-decides` where the host State’s authority is of the case
 */
export async function enterForPaper(
  store: Store,
  whose: Whose,
  staff: Staff,
  more: readonly Key[],
): Promise<Authorities> {
  const entered = await enterWithAuthorities(store, whose, staff, more);
  assertMayEnterPaper(entered.own, statesOf(entered), entered.authorities);
  return entered;
}

/**
 * A person to be heard, entered by a central authority of either State.
 * @throws {Refusal} those of `enterHeard`; `host-state-decides` for one of a third State
 */
export async function enterAsEitherState(
  store: Store,
  whose: Whose,
  staff: Staff,
  more: readonly Key[],
): Promise<EnteredHeard> {
  const entered = await enterHeard(store, whose, staff, more);
  assertOfEitherState(staff, statesOf(entered));
  return entered;
}

/** What a decision is compared with. One round of reads. */
export async function circumstancesOf(
  store: Store,
  of: Case,
  witness: Heard,
  given: PermissionDecision,
  now: Date,
): Promise<Circumstances> {
  const { caseId } = of;
  const { requestingState, hostState } = statesOf({ case: of, witness });
  const named = given.decision === 'granted' ? (given.sessions ?? []) : [];
  const [pseudonyms, ...doors] = await store.get([pseudonymsKey(caseId), ...named.map(doorKey)]);
  return {
    now,
    party: witness.pseudonym,
    instruments: bindingBoth(requestingState, hostState, given.receivedOn),
    pseudonyms: parsePseudonyms(pseudonyms).taken,
    sessions: doors
      .filter((item) => item !== undefined)
      .map(parseDoor)
      .filter((door) => door.caseId === caseId)
      .map((door) => ({
        sessionId: door.sessionId,
        heard: permittedIn(door),
        start: door.start,
        end: door.end,
        isOver: door.status === 'ended' || door.status === 'cancelled' || door.closesAt <= now.toISOString(),
      })),
  };
}

/** A case of before may be of a State that the list does not have: then nothing is known, and nothing ruled out. */
function bindingBoth(requesting: string, host: string, receivedOn: string) {
  const [one, other] = [countryCode.safeParse(requesting), countryCode.safeParse(host)];
  if (!one.success || !other.success) return legalBases;
  return instrumentsFor(one.data, other.data, receivedOn).map(({ basis }) => basis);
}
