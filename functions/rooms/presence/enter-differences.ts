import type { Context } from '../../shared/http/call.ts';
import { logEvent } from '../../shared/log.ts';
import { instantOf } from '../../shared/values/instants.ts';
import { roomKind } from '../machines/note.ts';
import { readMachines } from '../machines/store.ts';
import type { MediaServer } from '../media/media-server.ts';
import { uncertain } from '../room.ts';
import type { StepEntry } from '../snapshot.ts';
import { stepOfNobody } from '../step-of-nobody.ts';
import { presenceDiffers } from './actions.ts';
import { differencesIn, patience, type About, type Difference } from './presence.ts';
import { parseRoom, roomKey } from '../store.ts';
import { forgetGone, putEntered, readGone, readSeen, type RoomGone } from './store.ts';

/** Differences that are entered in one transaction; the others come with the next. */
const mostAtOnce = 12;

/** A room that there is, or was. */
type Where = Pick<RoomGone, 'roomName' | 'key'> & Partial<RoomGone>;

interface Found {
  readonly where: Where;
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
): Promise<{ readonly found: readonly Found[]; readonly over: readonly RoomGone[] }> {
  const at = now().getTime();
  const [[item], gone, { observer }] = await Promise.all([
    store.get([roomKey(sessionId)]),
    readGone(store, sessionId),
    readMachines(store, sessionId),
  ]);
  const { from, upTo } = observer.watch ?? {};
  const watched = from === undefined || upTo === undefined ? {} : { watched: { from, to: upTo } };
  const found = async (
    where: Where,
    beside: Pick<About, 'watched' | 'goneAt'>,
  ): Promise<readonly Found[]> => {
    const { sightings, isEntered } = await readSeen(store, where.roomName);
    const all = differencesIn({ sightings, ...beside }, at);
    return all.filter((each) => !isEntered(each)).map((difference) => ({ where, difference }));
  };
  const there = Object.entries(parseRoom(item, sessionId).rooms).map(([key, { roomName }]) =>
    found({ key, roomName }, watched),
  );
  const left = gone.map((where) => found(where, { goneAt: where.goneAt }));
  const ofGone = await Promise.all(left);
  return {
    found: [...(await Promise.all(there)), ...ofGone].flat(),
    over: gone.filter(({ goneAt }, n) => at - goneAt > 2 * patience && ofGone[n]?.length === 0),
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
