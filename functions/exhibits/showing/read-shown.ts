import { inRoomKey, parseInRoom } from '../../rooms/port/in-room.ts';
import { doorKey, parseDoor } from '../../sessions/port/door.ts';
import type { Actor } from '../../shared/access/roles.ts';
import type { Handler } from '../../shared/http/call.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import type { Store } from '../../shared/store/store.ts';
import { pseudonym } from '../../shared/values/ids.ts';
import type { readShownPage as picture, readShown as contract } from '../contract.ts';
import { enterSeated } from '../enter.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { ExhibitHandler } from '../handler.ts';
import { pagePlace } from '../places.ts';
import { parsePointer, parseShown, pointerKey, shownKey } from '../store.ts';
import { audience, holds, isOfCourt } from './showing.ts';

/** What is shown to one seat at this moment: asked anew for each request, whatever was answered before. */
async function shownTo(store: Store, sessionId: string, actor: Actor) {
  const keys = [inRoomKey(sessionId), shownKey(sessionId), pointerKey(sessionId)];
  const { door, me, found } =
    actor.kind === 'staff'
      ? await enterSeated(store, sessionId, actor, keys)
      : await ofGuest(store, sessionId, actor, keys);
  const { showing, version } = parseShown(found(shownKey(sessionId)), sessionId);
  const seen = audience(door, parseInRoom(found(inRoomKey(sessionId))), showing);
  const isShown = seen.some((each) => each.pseudonym === me.pseudonym);
  const pointer = parsePointer(found(pointerKey(sessionId)));
  return {
    door,
    me,
    seen,
    version,
    showing: isShown ? showing : undefined,
    pointer: pointer?.version === version ? pointer : undefined,
  };
}

async function ofGuest(
  store: Store,
  sessionId: string,
  guest: Extract<Actor, { kind: 'guest' }>,
  keys: Parameters<typeof readByKey>[1],
) {
  const found = await readByKey(store, [doorKey(sessionId), ...keys]);
  const door = parseDoor(found(doorKey(sessionId)));
  const me = door.seats.find(({ pseudonym: name }) => name === guest.seatId);
  if (me === undefined || guest.sessionId !== sessionId) throw new Refusal('not-found');
  if (me.seat !== guest.role) throw new Refusal('not-your-role');
  return { door, me, found };
}

export const readShown: Handler<typeof contract> = async ({ actor, params, context: { store } }) => {
  const { door, me, seen, version, showing, pointer } = await shownTo(store, params.sessionId, actor);
  const allows = isOfCourt(door, me) ? { allows: true as const } : {};
  if (showing === undefined) return allows;
  const mine = holds(door, me, showing);
  return {
    ...allows,
    shown: {
      turn: version,
      number: showing.number,
      page: showing.page,
      pages: showing.pages,
      ...(pointer === undefined ? {} : { pointer: { x: pointer.x, y: pointer.y } }),
      // To whom else it is shown tells who is there: for those who say so, and for nobody else.
      ...(mine ? { mine, to: seen.map((each) => pseudonym.parse(each.pseudonym)) } : {}),
    },
  };
};

export const readShownPage: ExhibitHandler<typeof picture> = async (
  { actor, params, query: { size }, context: { store } },
  { papers },
) => {
  const { version, showing } = await shownTo(store, params.sessionId, actor);
  if (showing === undefined) return { turn: version };
  const bytes = await papers.getKept(pagePlace(showing.exhibitId, showing.page, size));
  if (bytes === undefined) throw new Error('A page that is shown is not where it was put.');
  return { turn: version, image: Buffer.from(bytes).toString('base64') };
};
