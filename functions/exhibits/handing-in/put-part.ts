import { assertLive } from '../../sessions/port/door.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { partBytes } from '../../shared/values/papers.ts';
import type { putPart as contract } from '../contract.ts';
import { enterSeated } from '../enter.ts';
import { partsOf } from '../exhibit.ts';
import type { ExhibitHandler } from '../handler.ts';
import { partPlace } from '../places.ts';
import { parseUpload, uploadKey, type Upload } from '../store.ts';

/**
 * One part of a file, exactly as long as it must be. It lies where nothing is read from but by whoever enters the whole, and
 * putting it again is harmless, so there is no record of it in the table.
 */
export const putPart: ExhibitHandler<typeof contract> = async (
  { actor, params: { sessionId }, body: { exhibitId, part, bytes: sent }, now, context: { store } },
  { papers },
) => {
  const key = uploadKey(sessionId, exhibitId);
  const { door, me, found } = await enterSeated(store, sessionId, actor, [key]);
  assertLive(door);
  const upload = ownUpload(parseUpload(found(key)), me.pseudonym, now);
  const bytes = Buffer.from(sent, 'base64');
  if (part > partsOf(upload.bytes) || bytes.length !== lengthOf(part, upload.bytes))
    throw doesNotFit('/bytes', 'The part has another length than the file that was announced says.');
  await papers.putUnfinished(partPlace(exhibitId, part), bytes);
  return { part };
};

/** @throws {Refusal} `not-found` alike for one that is not there, is another's, or came to its end */
export function ownUpload(upload: Upload | undefined, pseudonym: string, now: Date): Upload {
  if (upload === undefined || upload.pseudonym !== pseudonym || upload.until <= now.toISOString())
    throw new Refusal('not-found');
  return upload;
}

/** Bytes of a part of a file. */
export const lengthOf = (part: number, bytes: number): number =>
  Math.min(partBytes, bytes - (part - 1) * partBytes);
