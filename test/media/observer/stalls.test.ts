import { describe, expect, it } from 'vitest';
import { stallWatch } from '../../../functions/media/observer/stalls.ts';

/** Two tracks that bring something every 100 ms, until an hour of each. */
function flowing(until: { readonly voice: number; readonly picture: number }) {
  const watch = stallWatch(0);
  watch.came('v', 'voice');
  watch.came('p', 'picture');
  for (let at = 100; at <= until.voice; at += 100) watch.brought('v', at);
  for (let at = 100; at <= until.picture; at += 100) watch.brought('p', at);
  return watch;
}

describe('the relay is quiet', () => {
  it('for as long as what came last of it is ago', () => {
    expect(flowing({ voice: 10_000, picture: 10_000 }).quiet(10_050)).toBe(50);
  });

  it.each([[{ voice: 4_000, picture: 10_000 }], [{ voice: 10_000, picture: 4_000 }]])(
    'when one of its tracks is: %o',
    (until) => {
      expect(flowing(until).quiet(10_000)).toBe(6_000);
    },
  );

  it('from the beginning when it never came', () => {
    expect(stallWatch(2_000).quiet(9_000)).toBe(7_000);
  });

  it('when it came and brought nothing', () => {
    const watch = stallWatch(0);
    watch.came('v', 'voice');
    watch.came('p', 'picture');
    expect(watch.quiet(6_000)).toBe(6_000);
  });

  it('further when its tracks are taken away, and until those of the next one bring something', () => {
    const watch = flowing({ voice: 4_000, picture: 4_000 });
    watch.went('v');
    watch.went('p');
    expect(watch.quiet(6_000)).toBe(2_000);
    watch.came('v2', 'voice');
    watch.came('p2', 'picture');
    expect(watch.quiet(7_000)).toBe(3_000);
    watch.brought('v2', 7_000);
    expect(watch.quiet(7_100)).toBe(3_100);
    watch.brought('p2', 7_050);
    expect(watch.quiet(7_100)).toBe(100);
  });

  it('also when somebody else publishes tracks of the same names that go on', () => {
    const watch = flowing({ voice: 4_000, picture: 4_000 });
    watch.came('false-v', 'voice');
    watch.came('false-p', 'picture');
    watch.brought('false-v', 9_000);
    watch.brought('false-p', 9_000);
    expect(watch.quiet(9_000)).toBe(5_000);
    watch.went('v');
    watch.went('p');
    expect(watch.quiet(9_000)).toBe(0);
  });

  it('not because something is said of a track that is not there', () => {
    const watch = flowing({ voice: 1_000, picture: 1_000 });
    watch.brought('other', 5_000);
    watch.went('other');
    expect(watch.quiet(1_500)).toBe(500);
  });
});
