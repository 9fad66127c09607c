import type { DynamoDBRecord } from 'aws-lambda';
import { headKey, parseHead, prepareAppend } from '../../custody/port/append.ts';
import { standingAs, standingKeys, standingOfRecord, standingsIn } from '../../cases/port/standing.ts';
import { syncSoon } from '../../notices/port/sync-soon.ts';
import type { Context } from '../../shared/http/call.ts';
import { commit, patient } from '../../shared/store/commit.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import { newId } from '../../shared/values/ids.ts';
import { instantOf } from '../../shared/values/instants.ts';
import { gateAsideFell, gateMoved } from '../actions.ts';
import { gateName } from '../contract.ts';
import { followingOf, movedGates, readStandings, standingBehind } from '../port/standing.ts';
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

/** Whose standing moved, each once. */
export function standingsMoved(records: readonly DynamoDBRecord[]): readonly Whose[] {
  const moved = records.flatMap(({ eventName, dynamodb }) => {
    const [pk, sk] = [dynamodb?.Keys?.['pk']?.S ?? '', dynamodb?.Keys?.['sk']?.S ?? ''];
    return eventName === 'REMOVE' ? [] : (standingOfRecord(pk, sk) ?? []);
  });
  return [...new Map(moved.map((each) => [`${each.caseId} ${each.pseudonym}`, each])).values()];
}

/**
 * Takes every session of somebody's after what stands for them now: the one that is nearest first, since people may be in it.
 * @returns how many doors moved
 */
export async function followStanding(context: Context, { caseId, pseudonym }: Whose): Promise<number> {
  const doors = await doorsOfCase(context.store, caseId);
  const at = context.now().getTime();
  const own = doors
    .filter((door) => door.status !== 'ended' && permittedIn(door).includes(pseudonym))
    .toSorted((one, other) => farFrom(at, one) - farFrom(at, other));
  let moved = 0;
  for (const { sessionId } of own) moved += await followIn(context, sessionId);
  return moved;
}

/**
 * The same for sessions of which nobody said that anything moved: two rounds of reads for all of them, and more for those alone
 * whose door does not stand as it must.
 */
export async function followThose(context: Context, sessionIds: readonly string[]): Promise<number> {
  const now = instantOf(context.now().getTime());
  const doors = (await context.store.get(sessionIds.map(doorKey))).map(parseDoor);
  const live = doors.filter(({ status, closesAt }) => status !== 'ended' && closesAt > now);
  const found = await readByKey(
    context.store,
    live.flatMap((door) => standingKeys(door.caseId, permittedIn(door))),
  );
  let moved = 0;
  for (const door of live) {
    const standings = standingsIn(found, door.caseId, permittedIn(door));
    if (!isSame(door, followingOf(door, standings, now))) moved += await followIn(context, door.sessionId);
  }
  return moved;
}

/** Milliseconds from a moment to a session; 0 while it is on. */
const farFrom = (at: number, { opensAt, closesAt }: Door): number =>
  Math.max(0, Date.parse(opensAt) - at, at - Date.parse(closesAt));

/** Whether a door stands as it must already. */
const isSame = (door: Door, after: ReturnType<typeof followingOf>): boolean =>
  movedGates(door, after).length === 0 &&
  after.permittedUntil === door.permittedUntil &&
  JSON.stringify([after.turns ?? {}, after.aside ?? []]) ===
    JSON.stringify([door.turns ?? {}, door.aside ?? []]);

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
      const standings = await readStandings(store, door);
      const after = followingOf(door, standings, instantOf(now.getTime()));
      const moves = movedGates(door, after);
      if (door.status === 'ended' || isSame(door, after)) return { changes: [], answer: 0 };
      const entries = moves.map(({ gate, state }) => {
        const said = heard.flatMap(
          (pseudonym) => standingAs(standings, pseudonym, standingBehind(gate)) ?? [],
        );
        return gateMoved.entry({
          entryId: newId(randomBytes),
          actor: { system: 'sessions' },
          authority: { kind: 'rule', ref: 'standing' },
          subject: { kind: 'session', ref: sessionId },
          occurredAt: now.toISOString(),
          details: { gate, state, caseEntries: said.map(({ leafHash }) => leafHash) },
        });
      });
      const fallen = (door.aside ?? []).filter((each) => !after.aside?.includes(each));
      entries.push(
        ...fallen.map(({ gate, caseEntry }) =>
          gateAsideFell.entry({
            entryId: newId(randomBytes),
            actor: { system: 'sessions' },
            authority: { kind: 'rule', ref: 'set aside for what stood before' },
            subject: { kind: 'session', ref: sessionId },
            occurredAt: now.toISOString(),
            details: { gate: gateName.parse(gate), caseEntries: [caseEntry] },
          }),
        ),
      );
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
