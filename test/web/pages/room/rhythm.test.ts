import { expect, test } from 'vitest';
import { roomRhythm } from '../../../../web/src/pages/room/rhythm.ts';
import type { RoomView } from '../../../../web/src/video/room-view.ts';

const view = (parts: Partial<RoomView>): RoomView =>
  ({ phase: 'closed', mySeat: 'prosecutor', myState: 'waiting', ...parts }) as RoomView;

const asking = { listens: false, chance: 0.5 };

test('whoever waits asks less and less often, down to every 10 s', () => {
  const waits: number[] = [];
  let last = 2_000;
  for (let times = 0; times < 8; times += 1) {
    last = roomRhythm(view({}), { ...asking, last }) as number;
    waits.push(last);
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits[0]).toBeGreaterThan(2_000);
  expect(waits.at(-1)).toBe(10_000);
});

test.each([{ mySeat: 'clerk' }, { phase: 'open' }, { phase: 'paused' }, { myState: 'admitted' }] as const)(
  'every 2 s where things happen: %o',
  (parts) => {
    expect(roomRhythm(view(parts), { ...asking, last: 10_000 })).toBe(2_000);
  },
);

test.each([{ mySeat: 'clerk' }, { phase: 'open' }, { phase: 'closed' }] as const)(
  'every half minute or so while the page is told when to look: %o',
  (parts) => {
    for (const chance of [0, 0.5, 0.999_99]) {
      const wait = roomRhythm(view(parts), { last: 2_000, listens: true, chance });
      expect(wait).toBe(Math.round(30_000 * (1 + chance / 5)));
    }
  },
);

test('after the end nobody asks any more', () => {
  for (const listens of [true, false])
    expect(roomRhythm(view({ phase: 'ended', mySeat: 'clerk' }), { last: 2_000, listens, chance: 0 })).toBe(
      false,
    );
});
