import { describe, expect, test } from 'vitest';
import { intendedTime } from '../../../functions/shared/values/intended-time.ts';
import { TimeRefusal } from '../../../functions/shared/values/time-refusal.ts';
import { zoneTableVersion } from '../../../functions/shared/values/zones.ts';

const tableVersion = zoneTableVersion;

function refusalOf(zone: string, local: string, offset?: string): TimeRefusal {
  try {
    intendedTime(zone, local, offset);
  } catch (error) {
    if (error instanceof TimeRefusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

test('a plain time is stored in full, under the modern name', () => {
  expect(intendedTime('Asia/Rangoon', '2026-04-02T09:00')).toEqual({
    instant: '2026-04-02T02:30:00.000Z',
    zone: 'Asia/Yangon',
    local: '2026-04-02T09:00',
    offset: '+06:30',
    tableVersion,
  });
  expect(intendedTime('Asia/Yangon', '2026-04-02T09:00:00', '+06:30').local).toBe('2026-04-02T09:00');
  expect(intendedTime('Asia/Yangon', '2026-04-02T09:00:07').instant).toBe('2026-04-02T02:30:07.000Z');
});

describe('a time that is skipped', () => {
  test.each([
    ['Australia/Sydney', '2026-10-04T02:30', ['2026-10-04T01:30', '2026-10-04T03:30']],
    ['Australia/Lord_Howe', '2026-10-04T02:15', ['2026-10-04T01:45', '2026-10-04T02:45']],
    ['Africa/Cairo', '2027-04-30T00:30', ['2027-04-29T23:30', '2027-04-30T01:30']],
  ])('%s %s', (zone, local, choices) => {
    const refusal = refusalOf(zone, local);
    expect(refusal.code).toBe('skipped-time');
    expect(refusal.choices).toEqual(choices);
    for (const choice of choices) {
      expect(refusal.message).toContain(choice);
      expect(intendedTime(zone, choice).local).toBe(choice);
    }
    // No offset makes it exist.
    expect(refusalOf(zone, local, '+10:00').code).toBe('skipped-time');
  });
});

describe('a time that comes twice', () => {
  test('needs its offset, and says which there are', () => {
    const refusal = refusalOf('Australia/Sydney', '2026-04-05T02:30');
    expect(refusal.code).toBe('repeated-time');
    expect(refusal.choices).toEqual(['+11:00', '+10:00']);
  });

  test.each([
    ['+11:00', '2026-04-04T15:30:00.000Z'],
    ['+10:00', '2026-04-04T16:30:00.000Z'],
  ])('at %s is %s', (offset, instant) => {
    expect(intendedTime('Australia/Sydney', '2026-04-05T02:30', offset)).toMatchObject({ instant, offset });
  });
});

test.each(['+10:00', '+06:29', '+6:30', '-06:30', '06:30', '', 'Z', 'x'.repeat(100_000)])(
  'an offset that is not in force is refused, not ignored: %j',
  (offset) => {
    const refusal = refusalOf('Asia/Yangon', '2026-04-02T09:00', offset);
    expect(refusal.code).toBe('wrong-offset');
    expect(refusal.choices).toEqual(['+06:30']);
    expect(refusal.message.length).toBeLessThan(200);
  },
);

test('what resolveLocal refuses stays refused', () => {
  expect(refusalOf('Asia/Rangon', '2026-04-02T09:00').code).toBe('unknown-zone');
  expect(refusalOf('Asia/Yangon', '2026-02-30T09:00').code).toBe('bad-local-time');
  expect(refusalOf('Asia/Yangon', '2040-02-03T09:00').code).toBe('out-of-table');
});
