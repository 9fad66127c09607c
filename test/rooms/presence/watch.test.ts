import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  longestBlink,
  untold,
  watchAfter,
  watchBegins,
  type Watch,
} from '../../../functions/rooms/presence/watch.ts';

/** For how long nobody watched. Milliseconds from nought. */

const turns = (
  before: Watch,
  ...of: readonly (readonly [number, Parameters<typeof watchAfter>[1]])[]
): Watch => of.reduce((watch, [at, is]) => watchAfter(watch, is, at), before);

describe('a hole in the watch', () => {
  it('of 45 s is from the last turn in place to the next, once', () => {
    const watch = turns(
      {},
      [0, 'in-place'],
      [1_000, 'in-place'],
      [44_500, 'on-its-way'],
      [46_000, 'in-place'],
      [47_000, 'in-place'],
    );
    expect(watch).toEqual({ from: 46_000, upTo: 47_000, holes: [{ from: 1_000, to: 46_000 }] });
  });

  it('begins when somebody is to watch, and not before', () => {
    expect(turns(watchBegins({}, 5_000), [6_000, 'on-its-way'], [30_000, 'in-place']).holes).toEqual([
      { from: 5_000, to: 30_000 },
    ]);
    expect(turns(watchBegins({}, 5_000), [14_000, 'in-place']).holes).toBeUndefined();
    expect(watchBegins({ upTo: 3_000 }, 5_000)).toEqual({ upTo: 3_000 });
  });

  it('is none while there is no room, and one where it was gone before the room was', () => {
    expect(
      turns(
        {},
        [0, 'in-place'],
        [1_000, 'idle'],
        [900_000, 'idle'],
        [901_000, 'on-its-way'],
        [902_000, 'in-place'],
      ),
    ).toEqual({
      from: 902_000,
      upTo: 902_000,
    });
    expect(turns({}, [0, 'in-place'], [60_000, 'idle'])).toEqual({ holes: [{ from: 0, to: 60_000 }] });
  });

  it('breaks what is known to have been watched; a blink does not', () => {
    expect(turns({}, [0, 'in-place'], [1_000, 'on-its-way'], [longestBlink, 'in-place']).from).toBe(
      longestBlink,
    );
    expect(turns({}, [0, 'in-place'], [longestBlink, 'in-place']).from).toBe(0);
    expect(turns({}, [0, 'in-place'], [longestBlink + 1, 'in-place']).from).toBe(longestBlink + 1);
  });

  it('that lasts is told after half a minute, once', () => {
    const away: Watch = { from: 0, upTo: 1_000 };
    expect(untold(away, 31_000)).toBeUndefined();
    expect(untold(away, 31_001)).toBe(1_000);
    expect(untold({ ...away, told: true }, 99_000)).toBeUndefined();
    expect(untold({}, 99_000)).toBeUndefined();
    // Who comes back and goes again is told of anew.
    const again = turns({ ...away, told: true }, [40_000, 'on-its-way'], [41_000, 'in-place']);
    expect(untold(again, 80_000)).toBe(41_000);
  });

  it('is exactly what lies between two turns in place that are too far apart', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 15 }), (steps) => {
        const at = steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 0) + step], [0]);
        const watch = turns({}, ...at.map((each) => [each, 'in-place'] as const));
        const holes = at.flatMap((to, n) => {
          const from = at[n - 1];
          return from !== undefined && to - from > longestBlink ? [{ from, to }] : [];
        });
        expect(watch.holes ?? []).toEqual(holes);
      }),
    );
  });
});
