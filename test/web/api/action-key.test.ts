import { expect, test } from 'vitest';
import { ActionKey, isOpenEnded, randomKey } from '../../../web/src/api/action-key.ts';
import { ApiProblem } from '../../../web/src/api/problem.ts';

const counted = () => {
  let count = 0;
  return new ActionKey(() => `key-${(count += 1)}`);
};

test('the same action keeps its key until it is settled', () => {
  const key = counted();
  expect(key.keyFor(['book', { minutes: 60 }])).toBe('key-1');
  expect(key.keyFor(['book', { minutes: 60 }])).toBe('key-1');
  key.settle(undefined);
  expect(key.keyFor(['book', { minutes: 60 }])).toBe('key-2');
});

test('another action has another key', () => {
  const key = counted();
  key.keyFor(['book', { minutes: 60 }]);
  expect(key.keyFor(['book', { minutes: 90 }])).toBe('key-2');
});

test.each(['unreachable', 'internal-fault', 'busy', 'page-outdated'] as const)(
  'after %s it may have been done: the next try is the same action',
  (code) => {
    const key = counted();
    key.keyFor('x');
    key.settle(new ApiProblem(code));
    expect(key.keyFor('x')).toBe('key-1');
  },
);

test.each(['already-booked', 'invalid-request', 'not-your-role'] as const)(
  'after %s nothing was done: the next try is a new action',
  (code) => {
    const key = counted();
    key.keyFor('x');
    key.settle(new ApiProblem(code));
    expect(key.keyFor('x')).toBe('key-2');
    expect(isOpenEnded(new ApiProblem(code))).toBe(false);
  },
);

test('random keys are what the service takes, and differ', () => {
  const keys = Array.from({ length: 50 }, randomKey);
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(new Set(keys).size).toBe(50);
});
