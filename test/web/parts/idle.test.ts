import { describe, expect, test } from 'vitest';
import { idleMinutes, isIdle } from '../../../web/src/parts/idle.ts';

const now = Date.UTC(2026, 10, 28, 3);
const ago = (milliseconds: number, path: string) => isIdle({ lastActive: now - milliseconds, now, path });
const limit = idleMinutes * 60_000;

describe('a page of staff locks', () => {
  test.each(['/', '/sessions/4x7k2q9d1m3n5p8r0s6t7v2w4y', '/cases/new', '/sessions/x/log', '/rooms'])(
    'when nobody did anything for a quarter of an hour: %s',
    (path) => {
      expect(ago(limit - 1, path)).toBe(false);
      expect(ago(limit, path)).toBe(true);
    },
  );

  test('never in a room or at its door, where people sit and listen', () => {
    expect(ago(10 * limit, '/sessions/4x7k2q9d1m3n5p8r0s6t7v2w4y/room')).toBe(false);
    expect(ago(10 * limit, '/sessions/4x7k2q9d1m3n5p8r0s6t7v2w4y/room/x')).toBe(true);
  });
});
