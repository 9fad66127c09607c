/** Who may read which log, and how that somebody did is entered. */
import { enterSession } from '../sessions/port/enter-session.ts';
import type { Role } from '../shared/access/roles.ts';
import type { Call } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Change, Item } from '../shared/store/store.ts';
import type { carryOnExport, exportLog, listEntries } from './contract.ts';
import type { DeclaredEntry, EntryBy } from './port/action.ts';
import { type Head, parseHead, prepareAppend } from './port/append.ts';
import { accessLogId, mayRead } from './port/log-class.ts';
import { partFor, readsWhole, type PartOfLog } from './part-reader.ts';
import { type Published, readLog } from './store.ts';

type SessionCall = Pick<
  Call<typeof exportLog | typeof carryOnExport | typeof listEntries>,
  'actor' | 'params' | 'context'
>;

/** A log that somebody may read. */
export interface Opened {
  readonly head: Head;
  readonly published: Published;
  /** What they read of it; absent: the whole. */
  readonly part?: PartOfLog | undefined;
  /** Who reads it. */
  readonly personId: string;
  /** How the access log names them, looked up afresh at each try. */
  readonly reader: () => Promise<Reader>;
}

/** Under which pseudonym somebody reads, with what makes it theirs where it is new. */
export interface Reader {
  readonly role: Role;
  readonly pseudonym: string;
  readonly changes: readonly Change[];
}

/**
 * The log of a session, for whoever may know of the session: whole for those who answer for it and for those of whom one sits
 * in it; of all others their part, of counsel too whose client sits in it without them.
 * @throws {Refusal} `not-found` alike for a log that is not there, for whoever must not know (see `enterSession`), and for a
 * log that is not a session's
 */
export async function openSessionLog({
  actor,
  params: { sessionId },
  context,
}: SessionCall): Promise<Opened> {
  const [{ self, door }, { head, published }] = await Promise.all([
    enterSession(context.store, sessionId, actor, { forClient: true }),
    readLog(context.store, sessionId),
  ]);
  if (head === undefined || !mayRead(self.role, head, 'session')) throw new Refusal('not-found');
  const { role, pseudonym } = self;
  const { store } = context;
  const isWhole = await readsWhole(store, door, { actor, self });
  return {
    head,
    published,
    part: isWhole ? undefined : partFor(store, { caseId: door.caseId, actor, self }),
    personId: actor.personId,
    reader: async () => ({ role, pseudonym, changes: [] }),
  };
}

/**
 * The changes that enter in the access log of a log what its reader does.
 * @param accessHead item of the access log's head, as it was read in this try
 * @param recordedAt our clock's instant
 */
export function enterAccess(
  { head }: Opened,
  { role, pseudonym, changes }: Reader,
  { accessHead, entryId, occurredAt, recordedAt }: AccessAt,
  entry: (by: EntryBy) => DeclaredEntry,
): readonly Change[] {
  const by: EntryBy = {
    entryId,
    actor: { role, pseudonym },
    authority: { kind: 'role', ref: role },
    subject: { kind: 'log', ref: head.logId },
    occurredAt: occurredAt.toISOString(),
  };
  const append = prepareAppend({
    logId: accessLogId(head.logId),
    caseId: head.caseId,
    head: parseHead(accessHead),
    entries: [entry(by)],
    recordedAt,
  });
  return [...append.changes, ...changes];
}

interface AccessAt {
  readonly accessHead: Item | undefined;
  /** The same at each try. */
  readonly entryId: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}
