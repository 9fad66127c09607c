import type { DynamoDBRecord } from 'aws-lambda';
import { headKey, parseHead, prepareAppend } from '../../custody/port/append.ts';
import { conflictedIn, conflictsOfRecord } from '../../cases/port/must-not-interpret.ts';
import { witnessOfRecord } from '../../cases/port/membership.ts';
import { standingAs, standingOfRecord } from '../../cases/port/standing.ts';
import { syncSoon } from '../../notices/port/sync-soon.ts';
import {
  matterName,
  orderOfRecord,
  periodAt,
  type MatterRef,
  type StandingOrder,
} from '../../orders/port/standing-orders.ts';
import type { Context } from '../../shared/http/call.ts';
import { commit, patient } from '../../shared/store/commit.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import { newId } from '../../shared/values/ids.ts';
import { instantOf } from '../../shared/values/instants.ts';
import { apartMoved, gateAsideFell, gateMoved } from '../actions.ts';
import { apartOf } from '../port/one-room.ts';
import {
  followingAround,
  movedGates,
  readStandsAround,
  standingBehind,
  type StandsAround,
} from '../port/standing.ts';
import { toldAsOne } from '../series/told-as-one.ts';
import { gateName } from '../contract.ts';
import { doorsOfCase } from '../port/sessions-of-case.ts';
import { doorKey, permittedIn, moveDoor, parseDoor, type Door } from '../port/door.ts';

/**
 * The doors of sessions follow what stands for those who are heard: each in a transaction of its own, with an entry in its
 * own log that names the entry of the case's. That no pass is minted does not wait for it: a pass asks what stands.
 */

interface Whose {
  readonly caseId: string;
  readonly pseudonym: string;
}

/** Whose standing moved, or of whom the case says something else: as what they are heard, gates go by. Each once. */
export function standingsMoved(records: readonly DynamoDBRecord[]): readonly Whose[] {
  const moved = records.flatMap(({ eventName, dynamodb }) => {
    const [pk, sk] = [dynamodb?.Keys?.['pk']?.S ?? '', dynamodb?.Keys?.['sk']?.S ?? ''];
    if (eventName === 'REMOVE') return [];
    return standingOfRecord(pk, sk) ?? witnessOfRecord(sk, dynamodb?.NewImage) ?? [];
  });
  return [...new Map(moved.map((each) => [`${each.caseId} ${each.pseudonym}`, each])).values()];
}

/** Which order of the court moved, each once. */
export function ordersMoved(records: readonly DynamoDBRecord[]) {
  const moved = records.flatMap(({ eventName, dynamodb }) => {
    const [pk, sk] = [dynamodb?.Keys?.['pk']?.S ?? '', dynamodb?.Keys?.['sk']?.S ?? ''];
    return eventName === 'REMOVE' ? [] : (orderOfRecord(pk, sk) ?? []);
  });
  return [...new Map(moved.map((each) => [`${each.caseId} ${matterName(each.matter)}`, each])).values()];
}

/** In which case somebody said that they must not interpret, each once. */
export function conflictsMoved(records: readonly DynamoDBRecord[]): readonly string[] {
  const moved = records.flatMap(
    ({ dynamodb }) =>
      conflictsOfRecord(dynamodb?.Keys?.['pk']?.S ?? '', dynamodb?.Keys?.['sk']?.S ?? '') ?? [],
  );
  return [...new Set(moved)];
}

/** Whether an order is about a session. */
const isAbout = (of: MatterRef, { sessionId, seats }: Door): boolean =>
  of.kind === 'in-camera'
    ? of.sessionId === sessionId
    : [of.protected, of.from].every((who) => seats.some(({ pseudonym }) => pseudonym === who));

/**
 * Takes every session that an order of the court is about after it, the nearest first.
 * @returns how many doors moved
 */
export const followOrder = (
  context: Context,
  { caseId, matter: of }: { readonly caseId: string; readonly matter: MatterRef },
): Promise<number> => followAll(context, caseId, (door) => isAbout(of, door));

/**
 * Takes every session of somebody's after what stands for them now: the one that is nearest first, since people may be in it.
 * @returns how many doors moved
 */
export const followStanding = (context: Context, { caseId, pseudonym }: Whose): Promise<number> =>
  followAll(context, caseId, (door) => permittedIn(door).includes(pseudonym));

/**
 * Closes every session of a case behind whose door somebody sits as interpreter who must not.
 * @returns how many doors moved
 */
export const followConflicts = (context: Context, caseId: string): Promise<number> =>
  followAll(context, caseId, ({ gates }) => gates.interpreter !== 'not-needed');

async function followAll(
  context: Context,
  caseId: string,
  isMeant: (door: Door) => boolean,
): Promise<number> {
  const doors = await doorsOfCase(context.store, caseId);
  const at = context.now().getTime();
  const own = doors
    .filter((door) => door.status !== 'ended' && isMeant(door))
    .toSorted((one, other) => farFrom(at, one) - farFrom(at, other));
  const ids = own.map(({ sessionId }) => sessionId);
  return toldAsOne(context, ids, async () => {
    let moved = 0;
    for (const sessionId of ids) moved += await followIn(context, sessionId);
    return moved;
  });
}

/**
 * The same for sessions of which nobody said that anything moved; what is written is only where a door does not stand as it
 * must.
 */
export async function followThose(context: Context, sessionIds: readonly string[]): Promise<number> {
  const now = instantOf(context.now().getTime());
  const doors = (await context.store.get(sessionIds.map(doorKey))).map(parseDoor);
  let moved = 0;
  for (const door of doors.filter(({ status, closesAt }) => status !== 'ended' && closesAt > now)) {
    const around = await readStandsAround(context.store, door);
    if (!standsSo(door, followingAround(door, around, now))) moved += await followIn(context, door.sessionId);
  }
  return moved;
}

type Following = ReturnType<typeof followingAround>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const apartStill = (door: Door, { apart }: Following): boolean => same(apartOf(door), apart);

/** Whether a door stands already as what stands around it makes it. */
const standsSo = (door: Door, after: Following): boolean =>
  movedGates(door, after).length === 0 &&
  after.permittedUntil === door.permittedUntil &&
  same([after.turns ?? {}, after.aside ?? []], [door.turns ?? {}, door.aside ?? []]) &&
  same(
    [after.byOrder, after.mayHalt, after.toIdentify, after.attendance],
    [door.byOrder, door.mayHalt, door.toIdentify, door.attendance],
  ) &&
  apartStill(door, after);

/** Milliseconds from a moment to a session; 0 while it is on. */
const farFrom = (at: number, { opensAt, closesAt }: Door): number =>
  Math.max(0, Date.parse(opensAt) - at, at - Date.parse(closesAt));

/**
 * Takes the door of one session after what stands for those who are heard in it, if it does not stand so.
 * @returns 1 where it moved
 */
export const followIn = (context: Context, sessionId: string): Promise<0 | 1> =>
  commit(
    context,
    async () => {
      const { store, randomBytes } = context;
      const now = context.now();
      const read = await readByKey(store, [doorKey(sessionId), headKey(sessionId)]);
      const door = parseDoor(read(doorKey(sessionId)));
      const { caseId } = door;
      const heard = permittedIn(door);
      const around = await readStandsAround(store, door);
      const at = instantOf(now.getTime());
      const after = followingAround(door, around, at);
      if (door.status === 'ended' || standsSo(door, after)) return { changes: [], answer: 0 };
      const by = () => ({
        entryId: newId(randomBytes),
        actor: { system: 'sessions' },
        authority: { kind: 'rule', ref: 'standing' } as const,
        subject: { kind: 'session', ref: sessionId },
        occurredAt: now.toISOString(),
      });
      const gates = movedGates(door, after).map(({ gate, state }) => {
        const bound = gate === 'interpreter' ? conflictedIn(around.conflicts, door.seats) : [];
        // Of interpreters it may be a wish or a plan: which, neither side reads here.
        const behind = gate === 'interpreter' ? (['consent', 'riskPlan'] as const) : [standingBehind(gate)];
        const said =
          bound.length > 0
            ? bound
            : heard.flatMap((pseudonym) =>
                behind.flatMap((each) => standingAs(around.standings, pseudonym, each) ?? []),
              );
        return gateMoved.entry({
          ...by(),
          details: { gate, state, caseEntries: said.map(({ leafHash }) => leafHash) },
        });
      });
      const fallen = (door.aside ?? []).filter((each) => !after.aside?.includes(each));
      const fell = fallen.map(({ gate, caseEntry }) =>
        gateAsideFell.entry({
          ...by(),
          authority: { kind: 'rule', ref: 'set aside for what stood before' },
          details: { gate: gateName.parse(gate), caseEntries: [caseEntry] },
        }),
      );
      const caseEntries = ordersOf(door, around, at);
      const apart = apartStill(door, after) ? [] : [apartMoved.entry({ ...by(), details: { caseEntries } })];
      const entries = [...gates, ...fell, ...apart];
      const log =
        entries.length === 0
          ? []
          : prepareAppend({
              logId: sessionId,
              caseId,
              head: parseHead(read(headKey(sessionId))),
              entries,
              recordedAt: now,
            }).changes;
      const told = door.status === 'booked' ? [syncSoon(sessionId, now)] : [];
      return { changes: [moveDoor(door, after), ...told, ...log], answer: 1 };
    },
    patient,
  );

/** Leaf hashes of the case's entries by which a session's orders stand. */
const ordersOf = (door: Door, { orders }: StandsAround, at: ReturnType<typeof instantOf>): string[] =>
  orders
    .filter((order: StandingOrder) => isAbout(order.matter, door))
    .flatMap((order) => periodAt(order, at)?.leafHash ?? []);
