import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { toDate } from 'date-fns-tz/toDate';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../functions/shared/values/instants.ts';
import { intendedTime } from '../../../functions/shared/values/intended-time.ts';
import {
  clockChanges,
  localOf,
  offsetMinutesAt,
  resolveLocal,
  zoneNames,
  type LocalResolution,
} from '../../../functions/shared/values/zones.ts';

const MINUTE = 60_000;
const FIRST = Date.UTC(2024, 0, 1, 14);
const LAST = Date.UTC(2037, 11, 31, 9);

const clocks = new Map<string, (at: number) => number>();

/** What the runtime's own copy of the IANA data says: another program over data built by other people. */
function runtimeClock(zone: string): (at: number) => number {
  const ready = clocks.get(zone);
  if (ready !== undefined) return ready;
  // As little text as can be had with the offset, since it is written half a million times: `M, GMT+05:45`.
  const writer = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'narrow',
    timeZoneName: 'longOffset',
  });
  const clock = (at: number) => {
    const text = writer.format(at);
    const parts = /^\w, GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(text);
    if (parts === null) throw new Error(`${zone}: ${text}`);
    return (parts[1] === '-' ? -1 : 1) * (Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0));
  };
  clocks.set(zone, clock);
  return clock;
}

/** Zones whose clocks a release changed; a runtime with older data must differ there, and nowhere else. */
const CHANGED_BY: Readonly<Record<string, readonly string[]>> = {
  '2026a': ['Europe/Chisinau'],
  '2026b': ['America/Vancouver'],
  '2026c': ['America/Edmonton', 'Africa/Casablanca', 'Africa/El_Aaiun'],
  '2026d': ['America/Inuvik'],
  '2026e': ['America/Winnipeg'],
  '2026f': ['America/Havana'],
};

describe('against the runtime’s own zone data', () => {
  const runtimeVersion = process.versions['tz'] ?? '';
  const expectedToDiffer = Object.entries(CHANGED_BY)
    .filter(([release]) => release > runtimeVersion)
    .flatMap(([, zones]) => zones);

  test(`every zone, on both sides of each of our changes and every fifth day between (${runtimeVersion})`, () => {
    const different = new Set<string>();
    let compared = 0;
    for (const zone of zoneNames) {
      const runtime = runtimeClock(zone);
      const instants: number[] = [];
      for (let at = FIRST; at <= LAST; at += 5 * 1440 * MINUTE) instants.push(at);
      for (const { at } of clockChanges(zone, instantOf(FIRST), instantOf(LAST))) {
        instants.push(Date.parse(at) - 1, Date.parse(at));
      }
      for (const at of instants) {
        compared += 1;
        if (runtime(at) !== offsetMinutesAt(zone, instantOf(at))) different.add(zone);
      }
    }
    expect(compared).toBeGreaterThan(400_000);
    expect([...different].toSorted()).toEqual(expectedToDiffer.toSorted());
  }, 60_000);

  test('any zone at any instant', () => {
    const same = zoneNames.filter((zone) => !expectedToDiffer.includes(zone));
    fc.assert(
      fc.property(fc.constantFrom(...same), fc.integer({ min: FIRST, max: LAST }), (zone, at) => {
        expect(offsetMinutesAt(zone, instantOf(at))).toBe(runtimeClock(zone)(at));
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});

type Change = ReturnType<typeof clockChanges>[number];

/** `resolveLocal` by its definition: try every offset of the zone, keep those that localOf shows on the wall. */
function definitionFor(zone: string, changes: readonly Change[]): (local: string) => LocalResolution {
  const offsets = new Set(changes.flatMap((change) => [change.offsetBefore, change.offsetAfter]));
  offsets.add(offsetMinutesAt(zone, instantOf(FIRST)));
  const shown = (local: string, wall: number) =>
    [...offsets]
      .map((offset) => instantOf(wall - offset * MINUTE))
      .filter((at) => localOf(zone, at).local === local)
      .toSorted();
  return (local) => {
    const wall = Date.parse(`${local}Z`);
    const [one, two, three] = shown(local, wall);
    if (three !== undefined) throw new Error(`${zone} ${local}: more than two`);
    if (one !== undefined && two !== undefined) return { kind: 'ambiguous', instants: [one, two] };
    if (one !== undefined) return { kind: 'unique', instant: one };
    const gap = changes.find(({ at, offsetBefore, offsetAfter }) => {
      const change = Date.parse(at);
      return change + offsetBefore * MINUTE <= wall && wall < change + offsetAfter * MINUTE;
    });
    if (gap === undefined) throw new Error(`${zone} ${local}: no gap`);
    return {
      kind: 'nonexistent',
      before: instantOf(wall - gap.offsetBefore * MINUTE),
      after: instantOf(wall - gap.offsetAfter * MINUTE),
    };
  };
}

function wallText(wall: number): string {
  return new Date(wall).toISOString().slice(0, 16);
}

describe('local times, by the definition of a wall clock', () => {
  test('every zone, every quarter of an hour around each change', () => {
    const seen = { unique: 0, ambiguous: 0, nonexistent: 0 };
    const done = new Set<string>();
    const different: object[] = [];
    for (const zone of zoneNames) {
      const changes = clockChanges(zone, instantOf(FIRST), instantOf(LAST));
      const alike = JSON.stringify(changes);
      if (done.has(alike)) continue; // the same clocks as a zone already looked at
      done.add(alike);
      const byDefinition = definitionFor(zone, changes);
      for (const { at, offsetAfter } of changes) {
        for (let minutes = -195; minutes <= 195; minutes += 15) {
          for (const slip of [-1, 0]) {
            const local = wallText(Date.parse(at) + (offsetAfter + minutes + slip) * MINUTE);
            const resolved = resolveLocal(zone, local);
            const defined = byDefinition(local);
            // A matcher for each would cost more than all the looking up.
            if (!isDeepStrictEqual(resolved, defined)) different.push({ zone, local, resolved, defined });
            seen[resolved.kind] += 1;
          }
        }
      }
    }
    expect(different).toEqual([]);
    expect(done.size).toBeGreaterThan(30);
    expect(seen.unique).toBeGreaterThan(20_000);
    expect(seen.ambiguous).toBeGreaterThan(3_000);
    expect(seen.nonexistent).toBeGreaterThan(3_000);
  }, 60_000);

  test('any instant’s wall time leads back to it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zoneNames),
        fc.integer({ min: FIRST / 1000, max: LAST / 1000 }),
        (zone, seconds) => {
          const at = instantOf(seconds * 1000);
          const resolved = resolveLocal(zone, localOf(zone, at).local);
          expect(resolved.kind).not.toBe('nonexistent');
          expect(Object.values(resolved).flat()).toContain(at);
        },
      ),
      { numRuns: 10_000 },
    );
  }, 60_000);

  test('in a gap, the readings lie as far apart as the clocks were moved, and the right way round', () => {
    for (const zone of [
      'Australia/Lord_Howe',
      'Antarctica/Troll',
      'Africa/Cairo',
      'America/Nuuk',
      'Europe/Dublin',
    ]) {
      for (const change of clockChanges(zone, instantOf(FIRST), instantOf(LAST))) {
        const moved = change.offsetAfter - change.offsetBefore;
        if (moved < 0) continue;
        const local = wallText(Date.parse(change.at) + (change.offsetBefore + moved / 2) * MINUTE);
        const resolved = resolveLocal(zone, local);
        if (resolved.kind !== 'nonexistent') throw new Error(`${zone} ${local} ${resolved.kind}`);
        expect((Date.parse(resolved.before) - Date.parse(resolved.after)) / MINUTE).toBe(moved);
        expect(resolved.after < change.at && change.at <= resolved.before).toBe(true);
      }
    }
  });
});

test('date-fns-tz, given the offset, converts any unique local time alike', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zoneNames), fc.integer({ min: FIRST, max: LAST }), (zone, at) => {
      const { local, offset } = localOf(zone, instantOf(Math.floor(at / 1000) * 1000));
      const resolved = resolveLocal(zone, local);
      fc.pre(resolved.kind === 'unique');
      expect(toDate(local, { timeZone: offset }).toISOString()).toBe(resolved.instant);
      expect(intendedTime(zone, local)).toMatchObject({ instant: resolved.instant, zone, local, offset });
    }),
    { numRuns: 5_000 },
  );
}, 60_000);
