import { timingSafeEqual } from 'node:crypto';
import type { MachineKind, Noted } from '../../media/contract.ts';
import { fileFact } from '../../custody/port/file-fact.ts';
import type { Change } from '../../shared/store/store.ts';
import { commit } from '../../shared/store/commit.ts';
import { newId } from '../../shared/values/ids.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Door } from '../../sessions/port/door.ts';
import { asItStands } from '../as-it-stands.ts';
import { noteOf } from './note.ts';
import type { RoomHandler } from '../handler.ts';
import type { MediaServer } from '../media/media-server.ts';
import { screenedRoom } from '../place.ts';
import { placesOf, type OwnPlace } from '../settled.ts';
import { readSnapshotWithoutSeat, type Snapshot } from '../snapshot.ts';
import { putPass, roomKey } from '../store.ts';
import type { takeTurn as contract } from './contract.ts';
import { turnOf, type MachineState } from './lease.ts';
import { passageIn } from './passage.ts';
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
  const turned = await commit(context, async () => {
    const [snapshot, known] = await Promise.all([
      readSnapshotWithoutSeat(store, params.sessionId),
      readMachines(store, params.sessionId),
    ]);
    const { door, room } = snapshot;
    if (isOver(snapshot)) return { changes: [], answer: over };
    const before = known[params.machine];
    const after = turnOf(before, said, now);
    if (after === undefined) return { changes: [], answer: ofAnother };
    const places = placesOf(room, params.machine);
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
      ...notes(door, room, params.machine, body, now),
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
      } satisfies Turned,
    };
  });
  if (turned.hold === 'yours' && params.machine === 'observer')
    await pauseForStall(context, media, params.sessionId, said.stalled);
  return turned;
};

const isTheSecret = (given: string, own: string): boolean =>
  given.length === own.length && timingSafeEqual(Buffer.from(given), Buffer.from(own));

/** What the observer says of the screened side. */
function stalledIn(stalls: readonly { room: string; for: number }[] = []): Pick<MachineState, 'stalled'> {
  const there = stalls.find(({ room }) => room === screenedRoom);
  return there === undefined ? {} : { stalled: there.for };
}

/** Whether no machine is needed any more: what is opened again sends for others. */
const isOver = ({ door, room }: Pick<Snapshot, 'door' | 'room'>): boolean =>
  door.status !== 'booked' || room.phase === 'ended' || room.phase === 'closed';

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

/** What the observer saw, as facts of the session: the same that comes twice, in one turn or in two, is one entry. */
const notes = (
  door: Door,
  room: Snapshot['room'],
  machine: MachineKind,
  { holder, noted = [] }: { readonly holder: string; readonly noted?: readonly Noted[] | undefined },
  now: Date,
): Change[] =>
  machine !== 'observer'
    ? []
    : [
        ...new Map(
          noted.map((each) => noteOf(door, room, holder, each)).map(({ id, entry }) => [id, entry]),
        ).values(),
      ].map((entry) => fileFact({ logId: door.sessionId, caseId: door.caseId, entry, filedAt: now }));
