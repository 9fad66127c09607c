import { timingSafeEqual } from 'node:crypto';
import type { Change } from '../../shared/store/store.ts';
import { commit } from '../../shared/store/commit.ts';
import { newId } from '../../shared/values/ids.ts';
import { Refusal } from '../../shared/refusals.ts';
import { asItStands } from '../as-it-stands.ts';
import { notesIn } from './note.ts';
import { isOver } from './over.ts';
import type { RoomHandler } from '../handler.ts';
import type { MediaServer } from '../media/media-server.ts';
import { screenedRoom } from '../place.ts';
import { enterHoles } from '../presence/enter-holes.ts';
import { watchAfter } from '../presence/watch.ts';
import { placesOf, type OwnPlace } from '../settled.ts';
import { readSnapshotWithoutSeat } from '../snapshot.ts';
import { putPass, roomKey } from '../store.ts';
import type { takeTurn as contract } from './contract.ts';
import { isInPlace, turnOf, type MachineState } from './lease.ts';
import { channelsIn, passageIn } from './passage.ts';
import { pauseForStall } from './pause-for-stall.ts';
import { putMachine, readMachines } from './store.ts';

type Turned = Awaited<ReturnType<RoomHandler<typeof contract>>>;

/** Milliseconds until a machine asks again: short, since a room that was made anew is one in which it is not. */
const again = 1_000;

const over: Turned = { hold: 'over', again: 0, places: [], passage: {} };
const ofAnother: Turned = { hold: 'of-another', again, places: [], passage: {} };

/**
 * One turn of a machine. Only whoever holds it gets passes, each for a room in which it has a place and is not yet; that they are minted
 * is no entry of its own, since nobody is behind them: that it joined, the media server reports. A turn that comes twice does the same.
 */
export const takeTurn: RoomHandler<typeof contract> = async (call, media) => {
  const { params, body, context, now } = call;
  const server = await media();
  if (!isTheSecret(body.secret, server.machineSecret(params.machine, params.sessionId)))
    throw new Refusal('not-found');
  const { store, randomBytes } = context;
  const said = {
    holder: body.holder,
    at: body.at,
    ...(body.flowing === undefined ? {} : { flowing: body.flowing }),
    ...stalledIn(body.stalls),
  };
  let missed = false;
  const turned = await commit(context, async () => {
    const [snapshot, known] = await Promise.all([
      readSnapshotWithoutSeat(store, params.sessionId),
      readMachines(store, params.sessionId),
    ]);
    const { door, room } = snapshot;
    const before = known[params.machine];
    missed = false;
    if (isOver(snapshot)) {
      // It was there until the end.
      if (before.watch?.upTo === undefined || before.holder !== body.holder)
        return { changes: [], answer: over };
      const last = { ...before, watch: watchAfter(before.watch, 'idle', now.getTime()) };
      missed = last.watch.holes !== undefined;
      return { changes: [putMachine(params.sessionId, params.machine, before, last)], answer: over };
    }
    const places = placesOf(room, params.machine);
    const watched = params.machine === 'observer' ? { watch: watchIn(before, body, places, now) } : {};
    missed = watched.watch?.holes !== undefined;
    const after = turnOf(before, { ...said, ...watched }, now);
    if (after === undefined) return { changes: [], answer: ofAnother };
    const passes = await Promise.all(
      places.map((place) => {
        const gives = params.machine === 'relay' && place.key === screenedRoom;
        return passFor(server, body.at, place, gives, () => newId(randomBytes));
      }),
    );
    const minted = passes.flatMap(({ change }) => change?.(now) ?? []);
    const changes: Change[] = [
      putMachine(params.sessionId, params.machine, before, after),
      ...minted,
      ...(minted.length === 0
        ? []
        : [
            {
              kind: 'check',
              key: roomKey(params.sessionId),
              when: { version: room.version },
              onRefused: 'retry',
            } satisfies Change,
          ]),
      ...(params.machine === 'observer' ? notesIn(door, room, body, now) : []),
    ];
    const passage =
      params.machine === 'relay' ? passageIn(await asItStands(store, door, now), room, now) : {};
    return {
      changes,
      answer: {
        hold: 'yours',
        again,
        places: passes.map(({ key, since, pass }) => ({
          room: key,
          since,
          ...(pass === undefined ? {} : { pass }),
        })),
        passage,
        ...(params.machine === 'relay' && room.carried !== undefined ? { channels: channelsIn(room) } : {}),
      } satisfies Turned,
    };
  });
  if (turned.hold === 'yours' && params.machine === 'observer')
    await pauseForStall(context, media, params.sessionId, said.stalled);
  if (turned.hold !== 'of-another' && missed) await enterHoles(context, media, params.sessionId);
  return turned;
};

const isTheSecret = (given: string, own: string): boolean =>
  given.length === own.length && timingSafeEqual(Buffer.from(given), Buffer.from(own));

/** What the observer says of the screened side. */
function stalledIn(stalls: readonly { room: string; for: number }[] = []): Pick<MachineState, 'stalled'> {
  const there = stalls.find(({ room }) => room === screenedRoom);
  return there === undefined ? {} : { stalled: there.for };
}

/** A pass where the machine is not in the room yet as it is now. */
async function passFor(
  server: MediaServer,
  at: readonly { readonly room: string; readonly since: number }[],
  { key, roomName, identity, since }: OwnPlace,
  gives: boolean,
  mark: () => string,
) {
  if (at.some((each) => each.room === key && each.since === since)) return { key, since };
  const own = mark();
  const token = await server.mintMachinePass(roomName, identity, own, gives);
  return {
    key,
    since,
    pass: { url: server.publicUrl, token, identity },
    change: (now: Date) => [putPass(roomName, own, identity, now)],
  };
}

/** Whether it sees what it must. */
const watchIn = (
  before: MachineState,
  { at }: Pick<MachineState, 'at'>,
  places: readonly OwnPlace[],
  now: Date,
) => {
  const inPlace = isInPlace({ ...before, at }, places);
  return watchAfter(
    before.watch ?? {},
    places.length === 0 ? 'idle' : inPlace ? 'in-place' : 'on-its-way',
    now.getTime(),
  );
};
