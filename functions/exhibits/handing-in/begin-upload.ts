import { assertLive, checkDoor } from '../../sessions/port/door.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { parseInstant } from '../../shared/values/instants.ts';
import { newId } from '../../shared/values/ids.ts';
import { partBytes } from '../../shared/values/papers.ts';
import type { beginUpload as contract } from '../contract.ts';
import { enterSeated } from '../enter.ts';
import { assertFewBegun, handsIn, partsOf, uploadMinutes } from '../exhibit.ts';
import { putUpload, readUploads } from '../store.ts';

/** Says what is coming. Nothing of it is an exhibit yet, so nothing is entered; within the hour it is whole or it is gone. */
export const beginUpload: Handler<typeof contract> = ({
  actor,
  params: { sessionId },
  body: { title, bytes, notFor },
  now,
  context: { store, randomBytes },
  commit,
}) => {
  const exhibitId = newId(randomBytes);
  return commit(async () => {
    const [{ door, me }, uploads] = await Promise.all([
      enterSeated(store, sessionId, actor),
      readUploads(store, sessionId),
    ]);
    assertLive(door);
    if (!handsIn(me.seat)) throw new Refusal('not-your-role');
    assertFewBegun(uploads, me.seat, now);
    const until = parseInstant(new Date(now.getTime() + uploadMinutes * 60_000).toISOString());
    const { seat, pseudonym } = me;
    const upload = { exhibitId, sessionId, seat, pseudonym, personId: actor.personId, title, bytes, until };
    return {
      changes: [checkDoor(door), putUpload({ ...upload, notFor: [...new Set(notFor)] })],
      answer: { exhibitId, partBytes, parts: partsOf(bytes), until },
    };
  });
};
