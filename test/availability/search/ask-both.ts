import { instantOf } from '../../../functions/shared/values/instants.ts';
import { localOf } from '../../../functions/shared/values/zones.ts';
import { actorOf, ask, type Told } from '../../support/in-process.ts';
import type { PreparedCase } from '../../support/prepared-case.ts';
import { search } from '../../support/search.ts';
import { act, inFull } from '../../support/session-verbs.ts';
import { sessionIn, startOf, type World } from './random-world.ts';
import { roomId, writeWorld, zone } from './written-world.ts';

/** The same session asked of search and of booking, in a random world that was written down. */

export interface Stage {
  readonly world: World;
  readonly prepared: PreparedCase;
  /** What is asked of it changes nothing, so that each start is asked of the same world. */
  readonly dry: ReturnType<PreparedCase['over']>;
  readonly moving: string | undefined;
}

export async function stageFor(world: World): Promise<Stage> {
  const prepared = await writeWorld(world);
  const moving = await bookedAt(prepared, world);
  const dry = prepared.over({ ...prepared.store, write: () => Promise.resolve() }, new Date(world.now));
  return { world, prepared, dry, moving };
}

const allNames = ['unsociable', 'outside-hours', 'holiday', 'short-notice', 'buffer', 'alone-too-long'];
const overriding = (names: readonly string[]) => names.map((what) => ({ what, reason: 'agreed-by-all' }));

/** Of a session that is to be moved: its id, where it could be booked at all. */
async function bookedAt(prepared: PreparedCase, given: World): Promise<string | undefined> {
  if (given.moving === undefined) return undefined;
  const app = prepared.over(prepared.store, new Date(given.now));
  const told = await bookAt({ world: given, prepared, dry: app }, startOf(given, given.moving), allNames);
  return told.status === 201 ? (told.body.sessionId as string) : undefined;
}

const bookerOf = ({ world: { by }, prepared: { people } }: Pick<Stage, 'world' | 'prepared'>) =>
  people[by as 'prosecutor'];

function bookAt(stage: Pick<Stage, 'world' | 'prepared' | 'dry'>, start: number, names: readonly string[]) {
  const { prepared, dry, world: given } = stage;
  const { kind, segments, minutes, again } = sessionIn(given);
  const { clerk, interpreter } = prepared.people;
  const seats = {
    ...(kind === 'interview' ? { clerk: clerk.personId } : {}),
    supportOfficer: prepared.people['support-officer'].personId,
    interpreter: interpreter.personId,
  };
  const localAt = (ms: number) => localOf(zone, instantOf(ms)).local;
  const { caseId } = prepared;
  const body = {
    caseId,
    kind,
    local: localAt(start),
    zone,
    minutes,
    segments,
    moreDays: again.map((after) => ({ local: localAt(start + after * 60_000) })),
    seats,
    rooms: [roomId],
  };
  const by = bookerOf(stage);
  const sent = inFull(prepared, { ...body, overrides: overriding(names) }, by);
  return ask(dry, actorOf(by), 'POST', '/api/sessions', sent);
}

/** Books, or moves what is to be moved. */
export function takeAt(stage: Stage, start: number, names: readonly string[]): Promise<Told> {
  const { dry, moving } = stage;
  if (moving === undefined) return bookAt(stage, start, names);
  const { local } = localOf(zone, instantOf(start));
  const to = { local, zone, overrides: overriding(names) };
  return act(stage.prepared, moving, 'move', to, { app: dry, by: bookerOf(stage) });
}

export function searchIn(stage: Stage, from: number, until: number): Promise<Told> {
  const { prepared, dry, world: given, moving } = stage;
  const { kind, segments, places, again } = sessionIn(given);
  const brief = {
    caseId: prepared.caseId,
    kind,
    earliest: instantOf(from),
    latest: instantOf(until),
    zone,
    segments,
    again,
    participants: places.map((key) => {
      if (key === 'witness') return { key, witness: true };
      return key === 'room' ? { key, roomId } : { key, personId: prepared.people[key as 'clerk'].personId };
    }),
    ...given.loose,
    ...(moving === undefined ? {} : { moving }),
    most: 1,
  };
  return search(prepared, brief, { app: dry, by: bookerOf(stage) });
}
