import * as z from 'zod';
import type { Member } from '../cases/port/membership.ts';
import { headKey, parseHead, type Head } from '../custody/port/append.ts';
import { parsePerson, personKey } from '../directory/port/actor.ts';
import { seatNamed, type Door } from '../sessions/port/door.ts';
import { enterSessionWithFile } from '../sessions/port/enter-session.ts';
import type { Staff } from '../shared/access/roles.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Change, Store } from '../shared/store/store.ts';
import type { Booked } from './assignment.ts';
import { assignment } from './contract.ts';

/**
 * One item for each confirmation, numbered from 1; the last one of each interpreter stands. The only write is a put under a number that
 * nobody has, so nothing can be overwritten. `disclosures` opens the commitments of the entry, by field name.
 */
const confirmationItem = z.object({
  number: z.number().int().min(1),
  assignment,
  /** The interpreter it is about; another one booked later is not covered by it. */
  pseudonym: z.string(),
  recordedAt: z.string(),
  /** Person id of the clerk. */
  recordedBy: z.string(),
  disclosures: z.record(z.string(), z.string()),
});
export type Confirmation = z.output<typeof confirmationItem>;

const table = 'interpreting';
const partition = (sessionId: string): string => `session#${sessionId}`;

export const putConfirmation = (sessionId: string, confirmation: Confirmation): Change => ({
  kind: 'put',
  table,
  item: {
    pk: partition(sessionId),
    sk: `assignment#${String(confirmation.number).padStart(6, '0')}`,
    ...confirmation,
  },
  when: 'absent',
  onRefused: 'retry',
});

/** What a confirmation is decided from, read afresh in each try. */
export interface Read {
  readonly door: Door;
  /** The one who asks. */
  readonly self: Member;
  /** The interpreter who is meant; undefined where nobody is booked, or somebody else by now. */
  readonly booked: Member | undefined;
  readonly head: Head | undefined;
  /** Each interpreter's last confirmation by pseudonym, also of those who were replaced. */
  readonly standing: ReadonlyMap<string, Confirmation>;
  /** Of the last confirmation; 0 before the first. */
  readonly number: number;
}

/**
 * The session as this member of its case may find it. An interpreter has no account, so the door knows a pseudonym
 * only; the file of the case says whose it is.
 * @param pseudonym whom of several is meant
 * @throws {Refusal} `not-found` for a missing session and for whoever is not a member, alike; `not-your-role` for a
 * member whose role has changed since; `invalid-request` where there are several interpreters and none is named
 */
export async function readFor(
  store: Store,
  sessionId: string,
  staff: Staff,
  pseudonym: string | undefined,
): Promise<Read> {
  const [{ door, self, file, found }, items] = await Promise.all([
    enterSessionWithFile(store, sessionId, staff, [headKey(sessionId)]),
    queryAll(store, table, partition(sessionId), { prefix: 'assignment#' }),
  ]);
  const seat = seatNamed(door, { seat: 'interpreter', pseudonym });
  const confirmations = items.map((item) => confirmationItem.parse(item));
  return {
    door,
    self,
    booked: file.members.find(
      (member) => member.role === 'interpreter' && member.pseudonym === seat?.pseudonym,
    ),
    head: parseHead(found(headKey(sessionId))),
    standing: new Map(confirmations.map((each) => [each.pseudonym, each])),
    number: confirmations.at(-1)?.number ?? 0,
  };
}

/** @throws {Refusal} `not-found` where the directory has no such person */
export async function readBooked(store: Store, { personId }: Member): Promise<Booked> {
  const [item] = await store.get([personKey(personId)]);
  return parsePerson(item);
}
