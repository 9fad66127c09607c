import { expect, test } from 'vitest';
import { addressOf } from '../../../web/src/api/address.ts';

test('fills in the parts of a path, and nothing can break out of its part', () => {
  expect(addressOf('/api/cases/:caseId', { caseId: 'a1' })).toBe('/api/cases/a1');
  expect(addressOf('/api/rooms/:sessionId/passes', { sessionId: '../x?y#z' })).toBe(
    '/api/rooms/..%2Fx%3Fy%23z/passes',
  );
});

test('adds the query, without what is undefined', () => {
  expect(
    addressOf('/api/availability/preview', {}, { zone: 'Asia/Yangon', offset: undefined, minutes: 60 }),
  ).toBe('/api/availability/preview?zone=Asia%2FYangon&minutes=60');
});

test('a plus sign in an offset arrives as one', () => {
  const address = new URL(addressOf('/x', {}, { offset: '+06:30' }), 'http://host');
  expect(address.searchParams.get('offset')).toBe('+06:30');
});

test('a part without a value is refused, not sent as "undefined"', () => {
  expect(() => addressOf('/api/cases/:caseId', {})).toThrow(RangeError);
  expect(() => addressOf('/api/cases/:caseId', { caseId: '' })).toThrow(RangeError);
});
