import type { Context } from '../../shared/http/call.ts';
import { logEvent } from '../../shared/log.ts';
import { instantOf } from '../../shared/values/instants.ts';
import { roomKind } from '../machines/note.ts';
import { readMachines } from '../machines/store.ts';
import type { MediaServer } from '../media/media-server.ts';
import { isInUse } from '../port/in-room.ts';
import { uncertain } from '../room.ts';
import type { StepEntry } from '../snapshot.ts';
import { stepOfNobody } from '../step-of-nobody.ts';
import { presenceDiffers } from './actions.ts';
import { differencesIn, patience, type Difference } from './presence.ts';
import { parseRoom, roomKey } from '../store.ts';
import { readRooms, type Told } from './read-rooms.ts';
import { forgetGone, putEntered } from './store.ts';

/** Differences that are entered in one transaction; the others come with the next. */
const mostAtOnce = 12;
/** Milliseconds for which a room that is gone is looked at while the session goes on. */
const longestKept = 30 * 60_000;

interface Found {
  readonly where: Pick<Told, 'roomName' | 'key'>;
  readonly difference: Difference;
}

/**
 * Enters what those who say who is in a session's rooms disagree on, each once, and tells whoever runs it. A room that is gone is
 * forgotten when all of it is entered.
 */
export async function enterDifferences(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<void> {
  for (;;) {
    const { found, over } = await differencesOf(context, sessionId);
    if (found.length === 0) {
      const forgotten = over.slice(0, 100).map(({ roomName }) => forgetGone(sessionId, roomName));
      if (forgotten.length > 0) await context.store.write(forgotten);
      return;
    }
    const isEntered = await stepOfNobody(context, media, sessionId, async ({ room, head }, now) => {
      const { found: all } = await differencesOf(context, sessionId);
      const some = all.slice(0, mostAtOnce);
      if (some.length === 0) return undefined;
      return {
        room: uncertain(room, { kind: 'presence-differs', at: instantOf(now.getTime()) }),
        // A log that was sealed meanwhile takes nothing more.
        entries: head?.sealed === true ? [] : some.map(entryOf),
        changes: some.map(({ where, difference }) => putEntered(where.roomName, difference, now)),
      };
    });
    if (isEntered) logEvent('presence.differs', { differences: found.length });
  }
}

/** What is not entered yet, and rooms of which nothing more can come. */
async function differencesOf(
  { store, now }: Pick<Context, 'store' | 'now'>,
  sessionId: string,
): Promise<{ readonly found: readonly Found[]; readonly over: readonly Told[] }> {
  const at = now().getTime();
  const [[item], rooms, { observer }] = await Promise.all([
    store.get([roomKey(sessionId)]),
    readRooms(store, sessionId),
    readMachines(store, sessionId),
  ]);
  const { from, upTo } = observer.watch ?? {};
  const watched = from === undefined || upTo === undefined ? {} : { watched: { from, to: upTo } };
  const found = rooms.map((where) => {
    const { sightings, goneAt, isEntered } = where;
    return differencesIn({ sightings, goneAt, ...(goneAt === undefined ? watched : {}) }, at)
      .filter((each) => !isEntered(each))
      .map((difference) => ({ where, difference }));
  });
  // While it goes on, whoever is heard may come back after a gap that began there (gaps.ts).
  const kept = isInUse(parseRoom(item, sessionId)) ? longestKept : 2 * patience;
  return {
    found: found.flat(),
    over: rooms.filter(
      ({ goneAt }, n) => goneAt !== undefined && at - goneAt > kept && found[n]?.length === 0,
    ),
  };
}

const entryOf =
  ({ where, difference: { what, span, isThere } }: Found): StepEntry =>
  (acting) =>
    presenceDiffers.entry({
      ...acting,
      authority: { kind: 'rule', ref: 'who was there, by all who say so' },
      subject: { kind: 'seat', ref: span.whose },
      details: {
        what,
        room: roomKind(where.key),
        connection: span.connection,
        from: span.from === undefined ? undefined : instantOf(span.from),
        to: span.to === undefined ? undefined : instantOf(span.to),
        saw: [...span.saw],
        sawGo: [...span.sawGo],
        inferred: what === 'leaving-not-reported' ? true : undefined,
        isThere,
      },
    });
