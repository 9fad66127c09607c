import { describe, expect, test } from 'vitest';
import { localOf, resolveLocal, zoneName } from '../../../functions/shared/values/zones.ts';
import { refusalOf } from './time-refusal-of.ts';

describe('nonsense', () => {
  test.each([
    '',
    '2026-04-02',
    '2026-04-02T09',
    '2026-04-02 09:30',
    '2026-04-02T9:30',
    '2026-4-02T09:30',
    '2026-04-02T09:30Z',
    '2026-04-02T09:30:00Z',
    '2026-04-02T09:30+07:00',
    '2026-04-02T09:30:00.5',
    '2026-04-02T09:30:00.000',
    '2026-02-29T09:30',
    '2026-02-30T09:30',
    '2026-04-31T09:30',
    '1900-02-29T09:30',
    '2038-02-29T09:30',
    '2026-00-10T09:30',
    '2026-13-10T09:30',
    '2026-04-00T09:30',
    '2026-04-02T24:00',
    '2026-04-02T09:60',
    '2026-04-02T09:30:60',
    '2026-04-02T09:30:6 ',
    '2026-04-02T-9:30',
    '2026-04-02T+9:30',
    ' 026-04-02T09:30',
    '+026-04-02T09:30',
    '20e6-04-02T09:30',
    '2026-04-02T09:3\u0000',
    '２０２６-04-02T09:30',
    '๒๐๒๖-04-02T09:30',
    '2026-04-02t09:30',
    '2026/04/02T09:30',
    '2026-04-02T09.30',
    'x'.repeat(100_000),
  ])('is no local time: %j', (local) => {
    const refusal = refusalOf(() => resolveLocal('Asia/Bangkok', local));
    expect(refusal.code).toBe('bad-local-time');
    expect(refusal.message).toContain('YYYY-MM-DDTHH:mm');
    expect(refusal.message.length).toBeLessThan(200);
  });

  test('29 February exists in leap years alone', () => {
    expect(resolveLocal('Asia/Bangkok', '2028-02-29T09:30').kind).toBe('unique');
    expect(resolveLocal('Asia/Bangkok', '2024-02-29T09:30').kind).toBe('unique');
    expect(refusalOf(() => resolveLocal('Asia/Bangkok', '2027-02-29T09:30')).code).toBe('bad-local-time');
  });

  test.each([undefined, null, 7, {}, [], new Date(0)])('is no text at all: %j', (wrong) => {
    expect(refusalOf(() => resolveLocal('Asia/Bangkok', wrong as string)).code).toBe('bad-local-time');
    expect(refusalOf(() => resolveLocal(wrong as string, '2026-04-02T09:30')).code).toBe('unknown-zone');
    expect(refusalOf(() => localOf('Asia/Bangkok', wrong as string)).code).toBe('bad-instant');
    expect(zoneName.safeParse(wrong).success).toBe(false);
  });

  test.each([
    '',
    '2026-04-02T02:30',
    '2026-02-30T02:30:00Z',
    '2026-04-02T02:30:00+07:00',
    '2026-04-02T24:00:00Z',
  ])('is no instant: %j', (at) => {
    expect(refusalOf(() => localOf('Asia/Bangkok', at)).code).toBe('bad-instant');
  });
});
