import * as z from 'zod';
import { tellPages } from '../rooms/port/tell-pages.ts';
import { role } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Change, Item, Key, Store } from '../shared/store/store.ts';
import { paperFaults, paperKinds } from '../shared/values/papers.ts';
import { keptFrom } from './contract.ts';

/** The items of the exhibits table; the files themselves lie in the bucket of papers. No name of a file is kept. */

const table = 'exhibits';
export const partitionOf = (sessionId: string): string => `session#${sessionId}`;

/** What whoever hands something in says of it. */
const said = {
  exhibitId: z.string(),
  sessionId: z.string(),
  /** Whose it is. */
  seat: role,
  pseudonym: z.string(),
  personId: z.string(),
  title: z.string(),
  notFor: z.array(keptFrom),
  bytes: z.int(),
};

/** A file on its way, before anybody looked at it. */
const uploadItem = z.object({ ...said, until: z.string() });
export type Upload = z.infer<typeof uploadItem>;

const uploadStart = 'upload#';
export const uploadKey = (sessionId: string, exhibitId: string): Key => ({
  table,
  pk: partitionOf(sessionId),
  sk: `${uploadStart}${exhibitId}`,
});
export const parseUpload = (item: unknown): Upload | undefined =>
  item === undefined ? undefined : uploadItem.parse(item);
export const readUploads = async (store: Store, sessionId: string): Promise<readonly Upload[]> =>
  (await queryAll(store, table, partitionOf(sessionId), { prefix: uploadStart })).map((item) =>
    uploadItem.parse(item),
  );
export function putUpload(upload: Upload): Change {
  const { pk, sk } = uploadKey(upload.sessionId, upload.exhibitId);
  const expiresAt = Math.ceil(Date.parse(upload.until) / 1000);
  return { kind: 'put', table, item: { pk, sk, ...upload, expiresAt }, when: 'absent', onRefused: 'retry' };
}
/** It is handed in now, once. */
export const endUpload = ({ sessionId, exhibitId }: Upload): Change => ({
  kind: 'delete',
  key: uploadKey(sessionId, exhibitId),
  when: 'present',
  onRefused: 'retry',
});

const exhibitItem = z.object({
  ...said,
  caseId: z.string(),
  version: z.int(),
  /** As the court calls it: `P-1`. */
  number: z.string(),
  kind: z.enum(paperKinds),
  /** Of the file as it was handed in, in lower-case hexadecimal. */
  sha256: z.string(),
  pages: z.int(),
  /** Pages that are drawn; from the first. */
  drawn: z.int(),
  state: z.enum(['drawing', 'ready', 'failed']),
  /** Why it failed. */
  why: z.enum(paperFaults).optional(),
  tries: z.int(),
  /** Until when whoever draws has it to themselves. */
  busyUntil: z.string().optional(),
  /** Whether the judge lets its party show it. */
  allowed: z.boolean(),
  enteredAt: z.string(),
  /** What opens the commitment to its title. */
  disclosures: z.record(z.string(), z.string()),
});
export type Exhibit = z.infer<typeof exhibitItem>;

export const exhibitStart = 'exhibit#';
export const exhibitKey = (sessionId: string, exhibitId: string): Key => ({
  table,
  pk: partitionOf(sessionId),
  sk: `${exhibitStart}${exhibitId}`,
});
/** @throws {Refusal} `not-found` */
export function parseExhibit(item: unknown): Exhibit {
  if (item === undefined) throw new Refusal('not-found');
  return exhibitItem.parse(item);
}
/** In the order in which they were entered. */
export const readExhibits = async (store: Store, sessionId: string): Promise<readonly Exhibit[]> =>
  (await queryAll(store, table, partitionOf(sessionId), { prefix: exhibitStart }))
    .map((item) => exhibitItem.parse(item))
    .toSorted((one, other) => (one.enteredAt < other.enteredAt ? -1 : 1));

/** Over the one that was read. */
export function putExhibit(before: Exhibit | undefined, after: Exhibit): Change {
  const { pk, sk } = exhibitKey(after.sessionId, after.exhibitId);
  return {
    kind: 'put',
    table,
    item: { pk, sk, ...after, version: (before?.version ?? 0) + 1 },
    when: before === undefined ? 'absent' : { version: before.version },
    onRefused: 'retry',
  };
}

const countsItem = z.object({ version: z.int(), bySide: z.record(z.string(), z.int()) });
export type Counts = z.infer<typeof countsItem>;
export const countsKey = (sessionId: string): Key => ({ table, pk: partitionOf(sessionId), sk: 'counts' });
export const parseCounts = (item: unknown): Counts =>
  item === undefined ? { version: 0, bySide: {} } : countsItem.parse(item);
export function putCounts(sessionId: string, before: Counts, after: Counts): Change {
  const { pk, sk } = countsKey(sessionId);
  return {
    kind: 'put',
    table,
    item: { pk, sk, ...after, version: before.version + 1 },
    when: before.version === 0 ? 'absent' : { version: before.version },
    onRefused: 'retry',
  };
}

/** What is shown now, to whom it was said; one thing at a time. */
const shownItem = z.object({
  sessionId: z.string(),
  version: z.int(),
  showing: z
    .object({
      exhibitId: z.string(),
      number: z.string(),
      page: z.int(),
      pages: z.int(),
      /** `all`, or by pseudonym. */
      to: z.union([z.literal('all'), z.array(z.string())]),
      notFor: z.array(keptFrom),
      /** Whoever shows it, and whose it is. */
      by: z.string(),
      of: z.string(),
    })
    .optional(),
});
export type Shown = z.infer<typeof shownItem>;
export type Showing = NonNullable<Shown['showing']>;
export const shownKey = (sessionId: string): Key => ({ table, pk: partitionOf(sessionId), sk: 'shown' });
export const parseShown = (item: unknown, sessionId: string): Shown =>
  item === undefined ? { sessionId, version: 0 } : shownItem.parse(item);
export function putShown(before: Shown, showing: Showing | undefined): Change {
  const { pk, sk } = shownKey(before.sessionId);
  const version = before.version + 1;
  return {
    kind: 'put',
    table,
    item: { pk, sk, sessionId: before.sessionId, version, ...(showing && { showing }) },
    when: before.version === 0 ? 'absent' : { version: before.version },
    onRefused: 'retry',
  };
}
export const tell = (sessionId: string, pseudonyms: readonly string[]): Change =>
  tellPages(table, sessionId, pseudonyms);

/** Where is pointed to on what is shown; the latest counts, and it is never entered. */
const pointerItem = z.object({ version: z.int(), x: z.number(), y: z.number(), at: z.string() });
export type Pointer = z.infer<typeof pointerItem>;
export const pointerKey = (sessionId: string): Key => ({ table, pk: partitionOf(sessionId), sk: 'pointer' });
export const parsePointer = (item: unknown): Pointer | undefined =>
  item === undefined ? undefined : pointerItem.parse(item);
/** Of this state of what is shown, and of no other: a page that is turned has none. */
export const putPointer = (sessionId: string, pointer: Pointer): Change => {
  const { pk, sk } = pointerKey(sessionId);
  return { kind: 'put', table, item: { pk, sk, ...pointer }, onRefused: 'retry' };
};

/** Exhibits of which pages are to be drawn. */
const workPartition = 'drawing';
const workItem = z.object({ sessionId: z.string(), exhibitId: z.string() });
export type Work = z.infer<typeof workItem>;
const workKey = ({ sessionId, exhibitId }: Work): Key => ({
  table,
  pk: workPartition,
  sk: `${sessionId}#${exhibitId}`,
});
export const readWork = async (store: Store): Promise<readonly Work[]> =>
  (await store.query(table, workPartition, { limit: 50 })).map((item: Item) => workItem.parse(item));
export function putWork(work: Work): Change {
  const { pk, sk } = workKey(work);
  return { kind: 'put', table, item: { pk, sk, ...work }, onRefused: 'retry' };
}
export const endWork = (work: Work): Change => ({ kind: 'delete', key: workKey(work), onRefused: 'retry' });
