/** Reading a log on screen. Who reads stands in the access log before anything is answered. */
import type { Call } from '../shared/http/call.ts';
import type { Store } from '../shared/store/store.ts';
import { newId } from '../shared/values/ids.ts';
import { logRead } from './actions.ts';
import { parseCanonical } from './canonical.ts';
import { entriesPerPage } from './contract.ts';
import { enterAccess, type Opened } from './open-log.ts';
import { headKey } from './port/append.ts';
import { entrySchema } from './port/entry.ts';
import { accessLogId } from './port/log-class.ts';
import { goesOn, readingFrom } from './reading.ts';
import { parseReading, putReading, readingKey, readLeaves } from './store.ts';

type ReadCall = Pick<Call, 'now' | 'context' | 'commit'>;

/** Durable before the answer: a read that cannot be entered does not happen. Pages of one reading are entered once. */
async function enterReading(
  { context, now, commit }: ReadCall,
  opened: Opened,
  page: { readonly from: number; readonly to: number },
): Promise<void> {
  const { logId } = opened.head;
  const key = readingKey(logId, opened.personId);
  const entryId = newId(context.randomBytes);
  await commit(async () => {
    const [reader, [known, accessHead]] = await Promise.all([
      opened.reader(),
      context.store.get([key, headKey(accessLogId(logId))]),
    ]);
    const before = parseReading(known);
    const part = opened.part && (true as const);
    const as = part ? `${reader.role} in part` : reader.role;
    if (goesOn(before, as, now)) return { changes: [], answer: null };
    const reading = readingFrom(as, now);
    const details = { ...page, until: reading.until, part };
    const at = { accessHead, entryId, occurredAt: now, recordedAt: context.now() };
    const entered = enterAccess(opened, reader, at, (by) => logRead.entry({ ...by, details }));
    return { changes: [...entered, putReading(key, before, reading)], answer: null };
  });
}

/** One page of entries. A page without any shows nothing and begins no reading, so that a screen may poll. */
export async function listLogEntries(call: ReadCall, opened: Opened, from: number) {
  const { frontier } = opened.head;
  const to = Math.min(frontier.size, from + entriesPerPage);
  if (from < to) await enterReading(call, opened, { from, to });
  return shownFrom(call.context.store, opened, from);
}

/** A page of entries as it is shown, whoever may see it. */
export async function shownFrom(
  store: Store,
  { head: { logId, frontier }, published, part }: Pick<Opened, 'head' | 'published' | 'part'>,
  from: number,
) {
  const leaves = await readLeaves(store, logId, from, Math.min(frontier.size, from + entriesPerPage));
  const isShown = await part?.isIn(leaves);
  const shown = isShown === undefined ? leaves : leaves.filter((_, n) => isShown[n]);
  return {
    size: frontier.size,
    publishedSize: published.frontier.size,
    ...(part && { part: part.of.role }),
    entries: shown.map(({ leaf, leafHash, disclosable }) => {
      const entry = entrySchema.parse(parseCanonical(leaf));
      const fields = disclosable?.fields.filter((field) => entry.sealed?.[field] !== undefined) ?? [];
      return {
        entry,
        leafHash,
        ...(part === undefined && fields.length > 0 && { disclosable: fields }),
      };
    }),
  };
}
