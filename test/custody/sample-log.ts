import * as z from 'zod';
import { checkpointText, originOf } from '../../functions/custody/checkpoint.ts';
import { type Head, prepareAppend } from '../../functions/custody/port/append.ts';
import type { Entry } from '../../functions/custody/port/entry.ts';
import { accessLogId, type LogClass } from '../../functions/custody/port/log-class.ts';
import { defineAction, type DeclaredEntry } from '../../functions/custody/port/action.ts';
import { leafText } from '../../functions/custody/leaf.ts';
import type { StoredLeaf } from '../../functions/custody/export-file.ts';
import { exportText } from './whole-file.ts';
import { encodeVerifierKey, signNote } from '../../functions/custody/note.ts';
import { leafHash, rootOfFrontier } from '../../functions/custody/tree.ts';
import { localSigner } from './local-signer.ts';

export const logId = '4x7k2q9d1m3n5p8r0s6t7v2w4y';
export const caseId = '5x7k2q9d1m3n5p8r0s6t7v2w4y';
export const otherLogId = accessLogId(logId);
export const signer = localSigner('saksi.test/custody', 1);
export const key = encodeVerifierKey(signer);

const names = [
  'session.booked',
  'consent.recorded',
  'seat.admitted',
  'pass.minted',
  'room.paused',
  'room.ended',
];

const declared = (log: LogClass) =>
  names.map((action) =>
    defineAction({
      action,
      log,
      by: ['clerk', { system: 'rooms' }],
      authority: ['role'],
      subject: { seat: z.string() },
      details: z.record(z.string(), z.unknown()),
    }),
  );
const [ofSessions, ofAccess] = [declared('session'), declared('access')];

export const sampleId = (n: number): string => `entry${String(n).padStart(21, '0')}`;

export function sampleEntry(
  n: number,
  { entryId = sampleId(n), details = { epoch: n, language: 'မြန်မာ' }, log = logId }: SampleOf = {},
): DeclaredEntry {
  const actions = log.endsWith('-access') ? ofAccess : ofSessions;
  return (actions[n % names.length] as (typeof actions)[number]).entry({
    entryId,
    actor: n % 3 === 2 ? { system: 'rooms' } : { role: 'clerk', pseudonym: 'C-4K7Q' },
    authority: { kind: 'role', ref: 'clerk' },
    subject: { kind: 'seat', ref: 'witness' },
    occurredAt: `2026-11-24T03:00:${String(n % 60).padStart(2, '0')}.000Z`,
    details,
  });
}

interface SampleOf {
  readonly entryId?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** The log that it is for. */
  readonly log?: string;
}

export const sampleEntries = (count: number, log = logId): DeclaredEntry[] =>
  Array.from({ length: count }, (_, n) => sampleEntry(n, { log }));

/** Appends one by one, as the capabilities do. */
export function grow(entries: readonly DeclaredEntry[], log = logId): { head: Head; entries: Entry[] } {
  let head: Head | undefined;
  const grown: Entry[] = [];
  for (const entry of entries) {
    const recordedAt = new Date(Date.UTC(2026, 10, 24, 4, 0, grown.length));
    const appended = prepareAppend({ logId: log, caseId, head, entries: [entry], recordedAt });
    head = appended.head;
    grown.push(...appended.entries);
  }
  if (head === undefined) throw new RangeError('a log has at least one entry');
  return { head, entries: grown };
}

export const storedLeaf = (entry: Entry): StoredLeaf => {
  const leaf = leafText(entry);
  return { leaf, leafHash: Buffer.from(leafHash(Buffer.from(leaf))).toString('base64') };
};

export async function sampleCheckpoint(size: number, by = signer, log = logId): Promise<string> {
  const { head } = grow(sampleEntries(size, log), log);
  const origin = originOf(by.name, log);
  return signNote(checkpointText({ origin, size: BigInt(size), root: rootOfFrontier(head.frontier) }), by);
}

export async function sampleExport(size: number, by = signer, log = logId): Promise<string> {
  const leaves = grow(sampleEntries(size, log), log).entries.map(storedLeaf);
  const about = { logId: log, origin: originOf(by.name, log), key: encodeVerifierKey(by) };
  return exportText(about, leaves, await sampleCheckpoint(size, by, log));
}
