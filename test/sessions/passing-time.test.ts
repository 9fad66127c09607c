import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Entry } from '../../functions/custody/port/entry.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import type { Interval } from '../../functions/shared/values/instants.ts';
import { enterPerson } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { calendarIdOf, setWorkingTime, setDuty, takenOn } from '../support/calendars.ts';
import { entriesIn } from '../support/log-entries.ts';
import { inCopy, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { act, bookWith } from '../support/session-verbs.ts';

/**
 * Two cases that share two interpreters, through a day: sessions are booked, held, moved, made longer, cancelled, restored
 * and given to the other interpreter, before they begin, while they go on and when they are over. What must hold is said
 * here anew, from what the calendars said at each moment, and from the logs.
 */

const minutes = (at: string): number => Date.parse(at) / 60_000;
const dayLimit = 120;
/** In Bangkok 09:00. */
const first = minutes('2027-03-02T02:00:00Z');
const wallTime = (after: number): string =>
  new Date((first + 420 + after) * 60_000).toISOString().slice(0, 16);
const zone = 'Asia/Bangkok';

const step = fc.record({
  passes: fc.constantFrom(0, 0, 0, 0, 10, 15, 40),
  verb: fc.constantFrom('book', 'move', 'move', 'length', 'cancellation', 'restoration', 'replacements'),
  which: fc.nat(1),
  session: fc.nat(1),
  /** Minutes after the first hour. */
  after: fc.constantFrom(0, 20, 20, 40, 120, 240),
  minutes: fc.constantFrom(30, 60, 90),
  holds: fc.boolean(),
  leftOut: fc.constantFrom(false, false, false, true),
  reason: fc.boolean(),
  /** Whether the clerk gives a word for it, and whether it is then made. */
  word: fc.constantFrom('none', 'given', 'given and covers', 'given and covers, and that is all'),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface World {
  readonly store: MemoryStore;
  readonly preparedCases: readonly PreparedCase[];
  readonly interpreters: readonly Person[];
  readonly booked: { readonly sessionId: string; readonly prepared: PreparedCase }[];
  /** By session and kind of change, the last change that the clerk agreed to, while it was not made. */
  readonly words: Map<string, string>;
}

async function newWorld(): Promise<World> {
  const store = memoryStore();
  const enter = () => enterPerson(store, 'interpreter', { zone: 'Asia/Tokyo', country: 'JP' });
  const [one, other] = await Promise.all([enter(), enter()]);
  for (const each of [one, other]) await setDuty(store, each, { dayMinutes: dayLimit, changeover: 5 });
  const preparedCases = await Promise.all([
    prepareCase(store, { interpreter: one }),
    prepareCase(store, { interpreter: other }),
  ]);
  // So that a change shortly before the start has something to set aside.
  for (const { people } of preparedCases)
    await setWorkingTime(store, people.clerk, { notice: 20, country: 'JP' });
  return { store, preparedCases, interpreters: [one, other], booked: [], words: new Map() };
}

/** The same at its beginning, for one run more. */
function copyOf({ store: before, preparedCases, interpreters }: World): World {
  const store = memoryStore(before);
  const copied = preparedCases.map((each) => inCopy(each, store));
  return { store, preparedCases: copied, interpreters, booked: [], words: new Map() };
}

async function take({ store, preparedCases, interpreters, booked, words }: World, wanted: Step, now: number) {
  const at = new Date(now * 60_000);
  const reasons = ['short-notice', 'alone-too-long'].map((what) => ({ what, reason: 'other' }));
  const overrides = wanted.reason ? { overrides: reasons } : {};
  const local = wallTime(wanted.after);
  if (wanted.verb === 'book') {
    const prepared = preparedCases[wanted.which] as PreparedCase;
    const part = { kind: 'main', at: 0, minutes: wanted.minutes, needs: ['prosecutor'] };
    const told = await bookWith(
      prepared,
      local,
      {
        minutes: wanted.minutes,
        ...overrides,
        ...(wanted.holds ? { holdMinutes: 600 } : {}),
        ...(wanted.leftOut ? { segments: [part] } : {}),
      },
      { app: prepared.over(store, at) },
    );
    if (told.status !== 201) return;
    const { sessionId } = told.body as { sessionId: string };
    if (wanted.holds) await act(prepared, sessionId, 'confirmation', {}, { app: prepared.over(store, at) });
    booked.push({ sessionId, prepared });
    return;
  }
  const of = booked[wanted.session];
  if (of === undefined) return;
  const app = of.prepared.over(store, at);
  const personId = interpreters[wanted.which]?.personId;
  const change = {
    move: { what: 'move', local, zone },
    length: { what: 'length', minutes: wanted.minutes },
    restoration: { what: 'restoration' },
    replacements: { what: 'replacement', seat: 'interpreter', ids: [personId] },
    cancellation: undefined,
  }[wanted.verb];
  if (wanted.word !== 'none' && change !== undefined) {
    const setAside = wanted.word === 'given' ? [] : reasons.map(({ what }) => what);
    const by = of.prepared.people.clerk;
    const told = await act(of.prepared, of.sessionId, 'approvals', { change, setAside }, { app, by });
    if (told.status === 201) words.set(`${of.sessionId} ${change.what}`, JSON.stringify(change));
  }
  if (wanted.word === 'given and covers, and that is all') return;
  const { what: _, ...rest } = change ?? { what: '' };
  const more = wanted.verb === 'cancellation' || wanted.verb === 'replacements' ? { reason: 'other' } : {};
  const body = { ...rest, ...more, ...(wanted.verb === 'cancellation' ? {} : overrides) };
  const told = await act(of.prepared, of.sessionId, wanted.verb, body, { app });
  if (told.status !== 201 || change === undefined) return;
  const [agreed, made] = [words.get(`${of.sessionId} ${change.what}`), JSON.stringify(change)];
  const entry = (await entriesIn(store, of.sessionId)).at(-1);
  if (entry?.details['approvedBy'] !== undefined) expect(agreed, 'a word for this change').toBe(made);
  if (agreed === made) words.delete(`${of.sessionId} ${change.what}`);
}

/** What of these lies between two minutes. */
const within = (taken: readonly Interval[], from: number, until: number): [number, number][] =>
  taken
    .map(({ start, end }): [number, number] => [
      Math.max(from, minutes(start)),
      Math.min(until, minutes(end)),
    ])
    .filter(([start, end]) => start < end);

const wordFor: Readonly<Record<string, string>> = {
  'session.moved': 'move',
  'session.length-changed': 'length',
  'session.restored': 'restoration',
  'participant.replaced': 'replacement',
};

/** Each word was given for the session as it then was, covered what was set aside, and was used once. */
function expectWordsKept(entries: readonly Entry[]): void {
  let [start, changes] = ['', 0];
  const words = new Map<string, { until: string; setAside: unknown; changes: number }>();
  for (const { action, occurredAt, details } of entries) {
    if (action === 'session.booked' || action === 'session.held') start = String(details['start']);
    if (action === 'session.change-approved')
      words.set(String(details['what']), {
        until: String(details['until']),
        setAside: details['setAside'] ?? [],
        changes,
      });
    const what = wordFor[action];
    if (what === undefined) continue;
    const word = words.get(what);
    if (details['approvedBy'] !== undefined) {
      expect(word?.changes, 'a word for the session as it was then').toBe(changes);
      expect(word?.until).toSatisfy((until: string) => until > occurredAt);
      const used = ((details['overrides'] ?? []) as string[]).map((each) => each.split(':')[0]);
      expect(word?.setAside).toEqual(expect.arrayContaining(used));
      words.delete(what);
    } else expect(minutes(occurredAt), 'a change without a word').toBeLessThan(minutes(start) - 30);
    if (what === 'replacement') continue;
    start = (details['to'] as string[])[0] ?? '';
    changes += 1;
  }
}

it('as time goes by, nobody works longer than a day allows, no work is forgotten, and late changes have a word', async () => {
  const before = await newWorld();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const world = copyOf(before);
      const { store, interpreters, preparedCases } = world;
      const watched = [...interpreters, ...preparedCases.map(({ people }) => people.clerk)];
      const worked = watched.map((): [number, number][] => []);
      let now = first - 60;
      for (const wanted of steps) {
        for (const [index, person] of watched.entries())
          worked[index]?.push(
            ...within(await takenOn(store, calendarIdOf(person)), now, now + wanted.passes),
          );
        now += wanted.passes;
        await take(world, wanted, now);
      }
      for (const [index, person] of watched.entries()) {
        const taken = await takenOn(store, calendarIdOf(person));
        const minutesWorked = new Set<number>();
        for (const [from, until] of worked[index] ?? [])
          for (let at = from; at < until; at += 1) {
            minutesWorked.add(at);
            expect(
              taken.some(({ start, end }) => minutes(start) <= at && at < minutes(end)),
              'what was worked',
            ).toBe(true);
          }
        if (index < interpreters.length) {
          const all = new Set(minutesWorked);
          for (const [from, until] of within(taken, 0, Infinity))
            for (let at = from; at < until; at += 1) all.add(at);
          expect(all.size).toBeLessThanOrEqual(dayLimit);
        }
      }
      for (const { sessionId } of world.booked) {
        const entries = await entriesIn(store, sessionId);
        expectWordsKept(entries);
        const everybody = await Promise.all(
          [...interpreters, ...preparedCases.flatMap(({ people }) => [people.clerk, people.prosecutor])].map(
            (person) => takenOn(store, calendarIdOf(person)),
          ),
        );
        const on = everybody.filter((taken) => taken.some((each) => each.sessionId === sessionId));
        const isOff = entries.some(({ action }) => action === 'session.cancelled');
        if (!isOff) expect(on.length, 'interpreter, clerk and prosecutor').toBeGreaterThanOrEqual(3);
      }
    }),
    { numRuns: 200 },
  );
}, 120_000);
