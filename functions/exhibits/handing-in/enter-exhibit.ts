import { createHash } from 'node:crypto';
import { headKey, parseHead, prepareAppend } from '../../custody/port/append.ts';
import { sealAll } from '../../custody/port/disclosure.ts';
import { assertLive, checkDoor } from '../../sessions/port/door.ts';
import { kindOf, PaperFault } from '../../shared/paper/kind.ts';
import type { Papers } from '../../shared/paper/papers.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import type { Store } from '../../shared/store/store.ts';
import { newId } from '../../shared/values/ids.ts';
import type { PaperKind } from '../../shared/values/papers.ts';
import { exhibitEntered } from '../actions.ts';
import type { enterExhibit as contract } from '../contract.ts';
import { enterSeated } from '../enter.ts';
import { handsIn, numbered, partsOf } from '../exhibit.ts';
import type { ExhibitHandler, Means } from '../handler.ts';
import { originalPlace, partPlace } from '../places.ts';
import {
  countsKey,
  endUpload,
  parseCounts,
  parseUpload,
  putCounts,
  putExhibit,
  putWork,
  uploadKey,
  type Exhibit,
  type Upload,
} from '../store.ts';
import { viewOf } from '../view.ts';
import { lengthOf, ownUpload } from './put-part.ts';

/**
 * The file is whole. It is looked at, and kept as it came, before anything is written of it; then it is on the list and its hash in
 * the log, or neither. Whoever tries again after an answer was lost is answered from its record.
 */
export const enterExhibit: ExhibitHandler<typeof contract> = (
  { actor, params: { sessionId }, body: { exhibitId }, now, context: { store, randomBytes }, commit },
  means,
) => {
  let looked: Looked | undefined;
  const keys = [uploadKey(sessionId, exhibitId), countsKey(sessionId), headKey(sessionId)] as const;
  return commit(async () => {
    const { door, me, found } = await enterSeated(store, sessionId, actor, keys);
    assertLive(door);
    if (!handsIn(me.seat)) throw new Refusal('not-your-role');
    const [upload, counts, head] = keys.map(found);
    const begun = ownUpload(parseUpload(upload), me.pseudonym, now);
    const before = parseCounts(counts);
    const { number, after } = numbered(before, me.seat);
    looked ??= await lookAt(begun, means, store);
    const { title, notFor, bytes } = begun;
    const kept = sealAll({ title }, randomBytes);
    const { kind, pages, sha256 } = looked;
    const entry = exhibitEntered.entry({
      entryId: newId(randomBytes),
      actor: { role: me.seat, pseudonym: me.pseudonym },
      authority: { kind: 'role', ref: me.seat },
      occurredAt: now.toISOString(),
      details: { exhibit: number, kind, bytes, pages, sha256, notFor },
      sealed: kept.digests,
    });
    const { until: _over, ...saidOf } = begun;
    const exhibit: Exhibit = {
      ...saidOf,
      ...looked,
      caseId: door.caseId,
      version: 1,
      number,
      drawn: 0,
      state: 'drawing',
      tries: 0,
      allowed: false,
      enteredAt: now.toISOString(),
      disclosures: kept.disclosures,
    };
    const log = prepareAppend({
      logId: sessionId,
      caseId: door.caseId,
      head: parseHead(head),
      entries: [entry],
      recordedAt: now,
    });
    return {
      changes: [
        checkDoor(door),
        endUpload(begun),
        putCounts(sessionId, before, after),
        putExhibit(undefined, exhibit),
        putWork({ sessionId, exhibitId }),
        ...log.changes,
      ],
      answer: viewOf(exhibit, me),
    };
  });
};

interface Looked {
  readonly kind: PaperKind;
  readonly pages: number;
  readonly sha256: string;
}

/** @throws {Refusal} `does-not-fit` where parts are missing; `paper-not-usable` with the reason */
async function lookAt(upload: Upload, { papers, read }: Means, store: Store): Promise<Looked> {
  const bytes = await wholeOf(upload, papers);
  try {
    const kind = kindOf(bytes);
    const pages = await read(bytes, async (paper) => paper.pages);
    await papers.keep(originalPlace(upload.exhibitId), bytes);
    return { kind, pages, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (fault) {
    if (!(fault instanceof PaperFault)) throw fault;
    // It is of no use, and looking at it costs: whoever wants to try again sends it again.
    await store.write([endUpload(upload)]).catch(() => undefined);
    throw new Refusal('paper-not-usable', { why: fault.why });
  }
}

async function wholeOf({ exhibitId, bytes }: Upload, papers: Papers): Promise<Uint8Array> {
  const numbers = Array.from({ length: partsOf(bytes) }, (_, at) => at + 1);
  const parts = await Promise.all(numbers.map((part) => papers.getUnfinished(partPlace(exhibitId, part))));
  return Buffer.concat(
    parts.map((part, at) => {
      if (part === undefined || part.length !== lengthOf(at + 1, bytes))
        throw doesNotFit('/exhibitId', `Part ${at + 1} of the file has not come: send it again.`);
      return part;
    }),
  );
}
