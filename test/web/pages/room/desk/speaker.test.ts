import { expect, it } from 'vitest';
import { HOLD_MS, nextShown } from '../../../../../web/src/pages/room/desk/speaker.ts';

const asked = { who: 'W-4K7Q', since: 1_000 };

it('shows whoever speaks, and nobody before anybody has', () => {
  expect(nextShown(undefined, [], 0)).toBeUndefined();
  expect(nextShown(undefined, ['W-4K7Q', 'P-2ACD'], 1_000)).toEqual(asked);
});

it('stays with whoever went silent until somebody else speaks', () => {
  expect(nextShown(asked, [], 60_000)).toBe(asked);
  expect(nextShown(asked, ['P-2ACD'], 60_000)).toEqual({ who: 'P-2ACD', since: 60_000 });
});

it('does not leave who still speaks, nor for a cough', () => {
  expect(nextShown(asked, ['P-2ACD', 'W-4K7Q'], 60_000)).toBe(asked);
  expect(nextShown(asked, ['P-2ACD'], 1_000 + HOLD_MS - 1)).toBe(asked);
  expect(nextShown(asked, ['P-2ACD'], 1_000 + HOLD_MS)?.who).toBe('P-2ACD');
});
