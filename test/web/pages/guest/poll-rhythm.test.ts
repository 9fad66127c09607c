import { describe, expect, it } from 'vitest';
import { nextPollMs } from '../../../../web/src/pages/guest/poll-rhythm.ts';

const quiet = { step: 'waiting', changed: false, failed: false, listens: false } as const;

describe('how often the room is looked at', () => {
  it('grows from 2 to 10 seconds while she waits and nothing changes', () => {
    const waits: number[] = [];
    for (let last = 0; waits.length < 7; waits.push(last)) last = nextPollMs(last, quiet, 0);
    expect(waits).toEqual([2000, 3000, 4500, 6750, 10_000, 10_000, 10_000]);
  });

  it('is quick again after a change', () => {
    expect(nextPollMs(10_000, { ...quiet, changed: true }, 0)).toBe(2_000);
  });

  it('is quick all the time in the room, but not while it fails', () => {
    expect(nextPollMs(10_000, { ...quiet, step: 'room' }, 0)).toBe(2_000);
    expect(nextPollMs(4_000, { ...quiet, step: 'room', failed: true }, 0)).toBe(6_000);
  });

  it('is slow while she is told when to look, unless the line is lost', () => {
    const told = { ...quiet, listens: true };
    expect(nextPollMs(2_000, told, 0)).toBe(36_000);
    expect(nextPollMs(2_000, { ...told, step: 'room', changed: true }, 0.999_99)).toBe(28_800);
    expect(nextPollMs(4_000, { ...told, failed: true }, 0)).toBe(6_000);
  });

  it('takes off up to a fifth by chance', () => {
    expect(nextPollMs(10_000, quiet, 0.999_99)).toBe(8_000);
  });
});
