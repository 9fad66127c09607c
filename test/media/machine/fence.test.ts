import { describe, expect, it } from 'vitest';
import { fence, held } from '../../../functions/media/machine/fence.ts';

describe('a machine may stay', () => {
  it('nowhere before it was told so', () => {
    expect(fence().holds(0)).toBe(false);
  });

  it('for so long from the moment it asked, and not from the answer', () => {
    const mine = fence();
    mine.renewed(1_000);
    expect([mine.holds(1_000), mine.holds(held + 999), mine.holds(held + 1_000)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('no shorter because an earlier answer came late', () => {
    const mine = fence();
    mine.renewed(3_000);
    mine.renewed(1_000);
    expect(mine.holds(held + 2_999)).toBe(true);
  });

  it('no longer once it is told that it is another’s', () => {
    const mine = fence();
    mine.renewed(1_000);
    mine.lost();
    expect(mine.holds(1_001)).toBe(false);
  });
});
