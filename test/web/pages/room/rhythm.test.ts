import { expect, test } from 'vitest';
import { roomRhythm } from '../../../../web/src/pages/room/rhythm.ts';
import type { RoomView } from '../../../../web/src/video/room-view.ts';

const view = (parts: Partial<RoomView>): RoomView =>
  ({ phase: 'closed', mySeat: 'prosecutor', myState: 'waiting', ...parts }) as RoomView;

test('whoever waits asks less and less often, down to every 10 s', () => {
  const waits: number[] = [];
  let last = 2_000;
  for (let times = 0; times < 8; times += 1) {
    last = roomRhythm(view({}), last) as number;
    waits.push(last);
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits[0]).toBeGreaterThan(2_000);
  expect(waits.at(-1)).toBe(10_000);
});

test.each([{ mySeat: 'clerk' }, { phase: 'open' }, { phase: 'paused' }, { myState: 'admitted' }] as const)(
  'every 2 s where things happen: %o',
  (parts) => {
    expect(roomRhythm(view(parts), 10_000)).toBe(2_000);
  },
);

test('after the end nobody asks any more', () => {
  expect(roomRhythm(view({ phase: 'ended', mySeat: 'clerk' }), 2_000)).toBe(false);
});
