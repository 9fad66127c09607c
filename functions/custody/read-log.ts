/** Reading a log, on screen or as a file. Who read what stands in the access log before anything is answered. */
import { parseMember, memberKey, type Member } from '../cases/membership.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Call } from '../shared/http/mount.ts';
import { newId } from '../shared/values/ids.ts';
import { accessLogId, headKey, type Head, type NewEntry, parseHead, prepareAppend } from './append.ts';
import { parseCanonical } from './canonical.ts';
import { originOf } from './checkpoint.ts';
import { entriesPerPage } from './contract.ts';
import { entrySchema } from './entry.ts';
import { exportText } from './export-file.ts';
import { encodeVerifierKey } from './note.ts';
import { provenLeaves, publishLog, type Publisher } from './publish.ts';
import { type Published, readLeaves, readLog } from './store.ts';

type ReadCall = Pick<Call<{ sessionId: string }, unknown>, 'actor' | 'params' | 'now' | 'ground' | 'commit'>;

interface Opened {
  readonly head: Head;
  readonly published: Published;
  readonly member: Member;
}

/** @throws {Refusal} `not-found` alike for a log that is not there and for one of a case the reader is not in */
async function open({ actor, params, ground }: ReadCall): Promise<Opened> {
  const { head, published } = await readLog(ground.store, params.sessionId);
  if (head === undefined || actor.kind !== 'staff') throw new Refusal('not-found');
  const [member] = await ground.store.get([memberKey(head.caseId, actor.personId)]);
  return { head, published, member: parseMember(member) };
}

/** Durable before the answer: a read that cannot be entered does not happen. */
async function enterRead(
  call: ReadCall,
  { head, member }: Opened,
  action: 'log.exported' | 'log.read',
  details: Readonly<Record<string, number>>,
): Promise<void> {
  const { ground, now } = call;
  const logId = accessLogId(head.logId);
  const entry: NewEntry = {
    entryId: newId(ground.randomBytes),
    action,
    actor: { role: member.role, pseudonym: member.pseudonym },
    authority: { kind: 'role', ref: member.role },
    subject: { kind: 'log', ref: head.logId },
    occurredAt: now.toISOString(),
    details: { ...details },
  };
  await call.commit(async () => {
    const [item] = await ground.store.get([headKey(logId)]);
    const { caseId } = head;
    const { changes } = prepareAppend({
      logId,
      caseId,
      head: parseHead(item),
      entries: [entry],
      recordedAt: ground.now(),
    });
    return { changes, answer: null };
  });
}

/**
 * The whole log as a file, with a checkpoint over exactly its entries, published now if it was not yet.
 * @throws {Refusal} `not-found`
 */
export async function exportWholeLog(call: ReadCall, publisher: Publisher): Promise<string> {
  const opened = await open(call);
  const { logId, frontier } = opened.head;
  await enterRead(call, opened, 'log.exported', { size: frontier.size });
  const published = await publishLog(publisher, logId);
  const leaves = await provenLeaves(publisher, logId, published);
  const signer = await publisher.signer();
  const about = { logId, origin: originOf(signer.name, logId), key: encodeVerifierKey(signer) };
  return exportText(about, leaves, published.note);
}

/**
 * One page of entries. A page without any shows nothing of the case and leaves no trace, so that a screen may poll.
 * @throws {Refusal} `not-found`
 */
export async function listLogEntries(call: ReadCall, from: number) {
  const opened = await open(call);
  const { logId, frontier } = opened.head;
  const to = Math.min(frontier.size, from + entriesPerPage);
  if (from < to) await enterRead(call, opened, 'log.read', { from, to });
  const leaves = await readLeaves(call.ground.store, logId, from, to);
  return {
    size: frontier.size,
    publishedSize: opened.published.frontier.size,
    entries: leaves.map(({ leaf, leafHash }) => ({
      entry: entrySchema.parse(parseCanonical(leaf)),
      leafHash,
    })),
  };
}
