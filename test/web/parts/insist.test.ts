import { describe, expect, it } from 'vitest';
import { insist } from '../../../web/src/parts/insist.ts';

/** A part that does not come the first times it is asked for. */
function late(failures: number) {
  const waits: number[] = [];
  let asked = 0;
  return {
    waits,
    asked: () => asked,
    load: () => {
      asked += 1;
      return asked > failures ? Promise.resolve('here') : Promise.reject(new Error(`not at try ${asked}`));
    },
    wait: (milliseconds: number) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
}

describe('a part of the page', () => {
  it('that comes is asked for once', async () => {
    const part = late(0);
    expect(await insist(part.load, part.wait)).toBe('here');
    expect([part.asked(), part.waits]).toEqual([1, []]);
  });

  it('that does not come is asked for again, each time later', async () => {
    const part = late(4);
    expect(await insist(part.load, part.wait)).toBe('here');
    expect(part.waits).toEqual([500, 1_000, 2_000, 4_000]);
  });

  it('that never comes is given up, with the last reason', async () => {
    const part = late(99);
    await expect(insist(part.load, part.wait)).rejects.toThrow('not at try 5');
    expect(part.asked()).toBe(5);
  });
});
