import { holdersOf, parseWitnesses, type CaseWitness } from '../../cases/port/membership.ts';
import { heardIn, type Door } from '../../sessions/port/door.ts';
import { subjectPartition } from '../../sessions/port/gate-decision.ts';
import { readSeries } from '../../shared/store/numbered-series.ts';
import type { Item, Store } from '../../shared/store/store.ts';
import { parseInstant, type Instant } from '../../shared/values/instants.ts';
import { checklist, dueOf, lastTick, ticksIt, type ItemName } from '../checklist/checklist.ts';
import { itemNames, phaseNames } from '../checklist/contract.ts';
import { ticks, type TickStep } from '../store.ts';

/**
 * The published port of `preparation` on items of the checklist that are due and that nobody ticked: whom messages reach. Whoever
 * can tick one and takes part is told once its phase is due, by one message for all of it, and chased until the session starts.
 */

/** What somebody has to look at before one session, in one phase: said to nobody. */
export interface WaitingItems {
  readonly task: string;
  /** All of one session are told as one. */
  readonly of: string;
  readonly personId: string;
  readonly since: Instant;
  readonly dueAt: Instant;
  readonly until: Instant;
}

/** @param file all items of the case's file @param doors of every session of the case */
export async function waitingItems(
  store: Store,
  file: readonly Item[],
  doors: readonly Door[],
  now: Instant,
): Promise<readonly WaitingItems[]> {
  const coming = doors.filter(
    ({ status, gates, start }) => status === 'booked' && gates.rehearsal !== 'not-needed' && start > now,
  );
  const witnesses = parseWitnesses(file);
  const each = coming.map(async (door) => {
    const { sessionId } = door;
    const ticked = await readSeries(store, ticks, subjectPartition({ kind: 'session', sessionId }));
    return waitingFor(door, witnesses, ticked);
  });
  return (await Promise.all(each)).flat();
}

/** The instant at which the first items of a session are due. */
export const firstItemsDue = (start: Instant): Instant => dueOf(itemNames[0], start);

function waitingFor(
  door: Door,
  witnesses: readonly CaseWitness[],
  ticked: readonly TickStep[],
): readonly WaitingItems[] {
  const start = parseInstant(door.start);
  const heard = heardIn(door);
  const holders = holdersOf(witnesses.filter(({ pseudonym }) => heard.includes(pseudonym)));
  const open = itemNames.filter((item) => (lastTick(ticked, item)?.state ?? 'open') === 'open');
  return phaseNames.flatMap((phase) => {
    const items = open.filter((item) => checklist[item].phase === phase);
    const [first] = items;
    if (first === undefined) return [];
    const dueAt = dueOf(first, start);
    return whoTicks(door, holders, items).map((personId) => ({
      // Another start is another hour by which it is due.
      task: `preparation ${door.sessionId} ${phase} ${start}`,
      of: `preparation ${door.sessionId}`,
      personId,
      since: dueAt,
      dueAt,
      until: start,
    }));
  });
}

/** Everybody who takes part and can tick one of them. */
function whoTicks(door: Door, holders: readonly string[], items: readonly ItemName[]): readonly string[] {
  const seated = door.seats.flatMap(({ seat, personId }) =>
    personId !== undefined && items.some((item) => ticksIt(item, seat)) ? [personId] : [],
  );
  const holding = items.some((item) => ticksIt(item, 'support-officer')) ? holders : [];
  return [...new Set([...seated, ...holding])];
}
