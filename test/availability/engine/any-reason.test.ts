import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSlots } from '../../../functions/availability/engine/find-slots.ts';
import type { Loose, Question, Seat } from '../../../functions/availability/engine/question.ts';
import type { Relief } from '../../../functions/availability/engine/reasons.ts';
import { couldTake, isWorking, minutesOf, naiveFirst as first, naiveStarts } from './naive.ts';
import { question, shorterOf, withMinutes } from './sample-question.ts';

/** Questions to which there is no answer, each reason checked by asking brute force the question that it proposes. */

const VENUE = 'UTC';

const keysOf = ({ seats }: Question): string[] => seats.map(({ key }) => key);

const leaving = (asked: Question, keys: readonly string[]): Question => ({
  ...asked,
  seats: asked.seats.filter(({ key }) => !keys.includes(key)),
});

const loosening = (asked: Question, keys: readonly string[], loose: Loose): Question => ({
  ...asked,
  seats: asked.seats.map((seat) =>
    keys.includes(seat.key) ? { ...seat, loose: { ...seat.loose, ...loose } } : seat,
  ),
});

/** Small ones: every seat needs all of one short part on one day, so that brute force can try each proposal. */
const simple = fc
  .tuple(question, fc.constantFrom(15, 30, 60, 90), fc.integer({ min: 200, max: 900 }))
  .map(([asked, minutes, length]) =>
    withMinutes({ ...asked, grid: 15, until: asked.from + length }, minutes),
  );

/** Minutes outside working hours of all these seats together, each by whoever could come with the fewest. */
const outside = (asked: Question, keys: readonly string[], start: number): number =>
  asked.seats
    .filter(({ key }) => keys.includes(key))
    .reduce((sum, seat) => sum + Math.min(...counts(asked, seat, start)), 0);

const counts = (asked: Question, seat: Seat, start: number): number[] =>
  seat.candidates
    .filter((each) => couldTake(asked, seat, each, start))
    .map((each) =>
      !each.binds ? 0 : minutesOf(seat, start).filter((minute) => !isWorking(each, minute)).length,
    );

function singles(asked: Question, kind: 'no-buffers' | 'short-notice'): Relief[] {
  const loose = kind === 'no-buffers' ? { buffers: true } : { notice: true };
  return keysOf(asked).flatMap((key) => {
    const start = first(loosening(asked, [key], loose));
    return start === undefined ? [] : [{ kind, keys: [key], start }];
  });
}

function expectOutside(asked: Question, reliefs: readonly Relief[]): void {
  const given = reliefs.filter((relief) => relief.kind === 'outside-hours');
  const canOpen = (keys: readonly string[]) => first(loosening(asked, keys, { hours: true })) !== undefined;
  const alone = keysOf(asked).filter((key) => canOpen([key]));
  if (alone.length > 0) expect(given.flatMap(({ keys }) => keys)).toEqual(alone);
  else expect(given.length).toBe(canOpen(keysOf(asked)) ? 1 : 0);
  for (const { keys, start, minutes } of given) {
    const loosened = loosening(asked, keys, { hours: true });
    const starts = naiveStarts(loosened);
    const least = Math.min(...starts.map((each) => outside(loosened, keys, each)));
    expect({ start: starts.includes(start), minutes }).toEqual({ start: true, minutes: least });
    expect(outside(loosened, keys, start)).toBe(least);
    // Nobody is asked who need not be.
    for (const key of keys) expect(canOpen(keys.filter((other) => other !== key))).toBe(false);
  }
}

describe('when nothing fits', () => {
  it('what binds and what would help is true, complete and least', () => {
    let explained = 0;
    fc.assert(
      fc.property(simple, (asked) => {
        const later = { ...asked, until: asked.until + 1440 };
        const shorter = shorterOf(asked);
        const { reason } = findSlots(asked, VENUE, 1, { later, shorter });
        if (reason === undefined) return;
        const { binding, reliefs } = reason;
        explained += reliefs.length;

        const alone = keysOf(asked).filter((key) => first(leaving(asked, [key])) !== undefined);
        if (alone.length > 0) expect(binding.flatMap(({ keys }) => keys)).toEqual(alone);
        for (const { keys, start } of binding) {
          expect(start).toBe(first(leaving(asked, keys)));
          for (const key of keys)
            expect(
              first(
                leaving(
                  asked,
                  keys.filter((other) => other !== key),
                ),
              ),
            ).toBeUndefined();
        }
        if (binding.length === 0) expect(first({ ...asked, seats: [] })).toBeUndefined();

        const of = (kind: string) => reliefs.filter((relief) => relief.kind === kind);
        expect(of('no-buffers')).toEqual(singles(asked, 'no-buffers'));
        expect(of('short-notice')).toEqual(singles(asked, 'short-notice'));
        expectOutside(asked, reliefs);
        const atLater = first(later);
        expect(of('later')).toEqual(atLater === undefined ? [] : [{ kind: 'later', start: atLater }]);
        const steps = Array.from({ length: 8 }, (_, step) => (step + 1) * asked.grid);
        const less = steps.find((each) => {
          const changed = shorter(each);
          return changed !== undefined && first(changed) !== undefined;
        });
        expect(of('shorter').map((relief) => relief.kind === 'shorter' && relief.less)).toEqual(
          less === undefined ? [] : [less],
        );
      }),
      { numRuns: 50 },
    );
    expect(explained).toBeGreaterThan(0);
  }, 120_000);
});
