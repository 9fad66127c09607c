import * as z from 'zod';
import type { CaseFile, Member } from '../cases/port/membership.ts';
import { parsePerson, personKey } from '../directory/port/actor.ts';
import { seatNamed } from '../sessions/port/door.ts';
import { enterSessionWithFile, type Entered } from '../sessions/port/enter-session.ts';
import type { Gate } from '../sessions/port/gate-decision.ts';
import type { Staff } from '../shared/access/roles.ts';
import { stepFields, type Series } from '../shared/store/numbered-series.ts';
import type { Key, Store } from '../shared/store/store.ts';
import type { Booked } from './assignment.ts';
import { assignment } from './contract.ts';

/** The last confirmation of each interpreter stands. `disclosures` opens the commitments of the entry, by field name. */
const confirmationItem = z.object({
  ...stepFields,
  assignment,
  /** The interpreter it is about; another one booked later is not covered by it. */
  pseudonym: z.string(),
  disclosures: z.record(z.string(), z.string()),
});
export type Confirmation = z.output<typeof confirmationItem>;

export const confirmations: Series<Confirmation> = {
  table: 'interpreting',
  name: 'assignment',
  item: confirmationItem,
};

/** A session with the interpreter who is meant. */
export interface WithInterpreter extends Entered {
  /** Undefined where nobody is booked, or somebody else by now. */
  readonly booked: Member | undefined;
  readonly file: CaseFile;
}

/**
 * An interpreter has no account, so the door knows a pseudonym only; the file of the case says whose it is.
 * @param pseudonym whom of several is meant
 * @throws {Refusal} those of `enterSession`; `invalid-request` where there are several interpreters and none is named
 */
export async function enterWithInterpreter(
  store: Store,
  sessionId: string,
  staff: Staff,
  pseudonym: string | undefined,
  first: readonly Key[] = [],
): Promise<WithInterpreter> {
  const entered = await enterSessionWithFile(store, sessionId, staff, first);
  const seat = seatNamed(entered.door, { seat: 'interpreter', pseudonym });
  const booked = entered.file.members.find(
    (member) => member.role === 'interpreter' && member.pseudonym === seat?.pseudonym,
  );
  return { ...entered, booked };
}

export const interpreterGate = (pseudonym: string | undefined): Gate<WithInterpreter, Confirmation> => ({
  gate: 'interpreter',
  series: confirmations,
  enter: (store, sessionId, staff, first) => enterWithInterpreter(store, sessionId, staff, pseudonym, first),
});

/** Each interpreter's last confirmation by pseudonym, also of those who were replaced. */
export const lastOfEach = (before: readonly Confirmation[]): ReadonlyMap<string, Confirmation> =>
  new Map(before.map((each) => [each.pseudonym, each]));

/** @throws {Refusal} `not-found` where the directory has no such person */
export async function readBooked(store: Store, { personId }: Member): Promise<Booked> {
  const [item] = await store.get([personKey(personId)]);
  return parsePerson(item);
}
