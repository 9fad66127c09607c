/** Reading a log, on screen or as a file. Who read what stands in the access log before anything is answered. */
import { enterSession } from '../sessions/port/enter-session.ts';
import type { Role } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Call } from '../shared/http/call.ts';
import type { Change } from '../shared/store/store.ts';
import { newId } from '../shared/values/ids.ts';
import { logExported, logRead } from './actions.ts';
import { parseCanonical } from './canonical.ts';
import { originOf } from './checkpoint.ts';
import { entriesPerPage, type exportLog, type listEntries } from './contract.ts';
import type { DeclaredEntry, EntryBy } from './port/action.ts';
import { headKey, type Head, parseHead, prepareAppend } from './port/append.ts';
import { entrySchema } from './port/entry.ts';
import { accessLogId, mayRead } from './port/log-class.ts';
import { sequenceFacts } from './port/sequence-facts.ts';
import { exportText } from './export-file.ts';
import { encodeVerifierKey } from './note.ts';
import { provenLeaves, publishLog, type Publisher } from './publish.ts';
import { type Published, readLeaves, readLog } from './store.ts';

type ReadCall = Pick<Call, 'now' | 'context' | 'commit'>;
type SessionCall = Call<typeof exportLog | typeof listEntries>;

/** A log that somebody may read. */
export interface Opened {
  readonly head: Head;
  readonly published: Published;
  /** Who reads it, looked up afresh at each try. */
  readonly reader: () => Promise<Reader>;
}

/** Under which pseudonym somebody reads, with what makes it theirs where it is new. */
export interface Reader {
  readonly role: Role;
  readonly pseudonym: string;
  readonly changes: readonly Change[];
}

/**
 * The log of a session, for whoever may know of the session.
 * @throws {Refusal} `not-found` alike for a log that is not there, for whoever must not know (see `enterSession`), and for a
 * log that is not a session's
 */
export async function openSessionLog({
  actor,
  params: { sessionId },
  context,
}: SessionCall): Promise<Opened> {
  const [{ self }, { head, published }] = await Promise.all([
    enterSession(context.store, sessionId, actor),
    readLog(context.store, sessionId),
  ]);
  if (head === undefined || !mayRead(self.role, head, 'session')) throw new Refusal('not-found');
  const { role, pseudonym } = self;
  return { head, published, reader: async () => ({ role, pseudonym, changes: [] }) };
}

/** Durable before the answer: a read that cannot be entered does not happen. */
async function enterRead(
  { context, now, commit }: ReadCall,
  { head, reader }: Opened,
  entry: (by: EntryBy) => DeclaredEntry,
): Promise<void> {
  const logId = accessLogId(head.logId);
  const entryId = newId(context.randomBytes);
  await commit(async () => {
    const { role, pseudonym, changes: own } = await reader();
    const [item] = await context.store.get([headKey(logId)]);
    const by: EntryBy = {
      entryId,
      actor: { role, pseudonym },
      authority: { kind: 'role', ref: role },
      subject: { kind: 'log', ref: head.logId },
      occurredAt: now.toISOString(),
    };
    const { changes } = prepareAppend({
      logId,
      caseId: head.caseId,
      head: parseHead(item),
      entries: [entry(by)],
      recordedAt: context.now(),
    });
    return { changes: [...changes, ...own], answer: null };
  });
}

/** The whole log as a file, with a checkpoint over exactly its entries, published now if it was not yet. */
export async function exportWholeLog(call: ReadCall, opened: Opened, publisher: Publisher): Promise<string> {
  const { logId } = opened.head;
  // What was filed before the file was asked for is in it.
  await sequenceFacts(call.context, logId, true);
  const { head = opened.head } = await readLog(call.context.store, logId);
  const { frontier } = head;
  await enterRead(call, opened, (by) => logExported.entry({ ...by, details: { size: frontier.size } }));
  const published = await publishLog(publisher, logId);
  const leaves = await provenLeaves(publisher, logId, published);
  const signer = await publisher.signer();
  const about = { logId, origin: originOf(signer.name, logId), key: encodeVerifierKey(signer) };
  return exportText(about, leaves, published.note);
}

/** One page of entries. A page without any shows nothing and leaves no trace, so that a screen may poll. */
export async function listLogEntries(call: ReadCall, opened: Opened, from: number) {
  const { logId, frontier } = opened.head;
  const to = Math.min(frontier.size, from + entriesPerPage);
  if (from < to) await enterRead(call, opened, (by) => logRead.entry({ ...by, details: { from, to } }));
  const leaves = await readLeaves(call.context.store, logId, from, to);
  return {
    size: frontier.size,
    publishedSize: opened.published.frontier.size,
    entries: leaves.map(({ leaf, leafHash }) => ({
      entry: entrySchema.parse(parseCanonical(leaf)),
      leafHash,
    })),
  };
}
