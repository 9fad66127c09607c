import { expect, it } from 'vitest';
import { logOfFact } from '../../functions/custody/inbox.ts';

it.each([
  ['head', 'head'],
  ['log#4x7k2q9d1m3n5p8r0s6t7v2w4y', 'entry#000000000001'],
  ['once#abc', 'once'],
  ['of an inbox#', 'inbox'],
])('what lies under %s is no fact', (pk, sk) => {
  expect(logOfFact(pk, sk)).toBeUndefined();
});

it('what lies in an inbox is a fact of the log with which its key begins', () => {
  expect(logOfFact('inbox#3', '4x7k2q9d1m3n5p8r0s6t7v2w4y#2027-03-01')).toBe('4x7k2q9d1m3n5p8r0s6t7v2w4y');
});
