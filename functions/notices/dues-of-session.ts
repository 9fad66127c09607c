import type { Store } from '../shared/store/store.ts';
import type { Instant } from '../shared/values/instants.ts';
import { chasedIn, missingIn } from './chases.ts';
import { chaseDues, clockDues, reminderDues, turnDues, type Due } from './due.ts';
import type { DueRules } from './due-rules.ts';
import type { HourKind } from './notice-kinds.ts';
import { readWorkingDays, type Snapshot } from './snapshot.ts';
import type { Told } from './next-notices.ts';
import { chasedOf, waitingIn } from './turns.ts';
import type { Turned } from './turned.ts';
import { daysOf, whenOf } from './when.ts';

/**
 * What will fall due of a session: everything that comes before it, or a later day of it, starts: what is past included, but nothing of a day that
 * has begun.
 */
export async function duesOf(
  { store, rules }: { readonly store: Store; readonly rules: DueRules },
  snapshot: Snapshot,
  { told, turned }: { readonly told: readonly Told[]; readonly turned: readonly Turned[] },
  now: Instant,
): Promise<readonly Due[]> {
  const { door, recipients, people, hostState } = snapshot;
  const start = door.start as Instant;
  const when = whenOf(door);
  if (door.status !== 'booked' || when.end <= now) return [];
  const days = daysOf(when);
  const expected = told.filter((each) => each.expected);
  const since = expected.map((each) => each.since).toSorted()[0] ?? now;
  const chasers = await Promise.all(
    (start <= now ? [] : missingIn(door)).map(async (kind) => {
      const person = people.get(chasedIn(kind, recipients)?.personId ?? '');
      if (person === undefined) return [];
      const { zone, isWorkingDay } = await readWorkingDays(store, person, hostState, [now, start]);
      return chaseDues(kind, start, zone, isWorkingDay, rules);
    }),
  );
  const zones = [...new Set(expected.map(({ zone }) => zone))];
  const atTheirHour: Readonly<Record<HourKind, readonly Due[]>> = {
    reminder: reminderDues(days, rules, now),
    'clock-change': clockDues(zones, since, days.at(-1)?.start ?? start),
  };
  return [
    ...Object.values(atTheirHour).flat(),
    // What was due before anybody was told is nobody's to chase.
    ...chasers.flat().filter(({ at }) => at > since),
    ...(start <= now ? [] : await turnsOf()),
  ];

  /** Of each whose turn it is, from when on they know. */
  async function turnsOf(): Promise<readonly Due[]> {
    const dues = waitingIn(snapshot, now).map(async (waiting) => {
      const chased = chasedOf(waiting, door);
      const person = people.get(waiting.personId);
      const known = turned.find(({ personId }) => personId === waiting.personId);
      if (chased === undefined || person === undefined || known === undefined) return [];
      const { zone, isWorkingDay } = await readWorkingDays(store, person, hostState, [now, start]);
      const who = waiting.recipient.pseudonym;
      const all = turnDues({ who, deadline: chased.deadline, start }, zone, isWorkingDay, rules);
      return all.filter(({ at }) => at > known.since);
    });
    return (await Promise.all(dues)).flat();
  }
}
