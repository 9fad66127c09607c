import { describe, expect, test } from 'vitest';
import { seatOf } from '../../../functions/sessions/port/seat-of.ts';
import type { Door } from '../../../functions/sessions/port/door.ts';
import type { Staff } from '../../../functions/shared/access/roles.ts';

const sessionId = '4x7k2q9d1m3n5p8r0s6t7v2w4y';
const personId = '2x7k2q9d1m3n5p8r0s6t7v2w4y';
const clerk: Staff = {
  kind: 'staff',
  personId,
  role: 'clerk',
  agencyId: '3x7k2q9d1m3n5p8r0s6t7v2w4y',
  country: 'TH',
  language: 'en',
  zone: 'Asia/Bangkok',
};
const seat = { seat: 'clerk', pseudonym: 'C-4K7Q', personId } as const;
const door = { sessionId, seats: [seat, { seat: 'witness', pseudonym: 'W-4K7Q' }] } as unknown as Door;

describe('the seat of whoever asks', () => {
  test('is the one that the door has for them', () => {
    expect(seatOf(door, clerk)).toEqual(seat);
    const guest = { kind: 'guest', sessionId, seatId: 'W-4K7Q', role: 'witness', deviceId: 'd' } as const;
    expect(seatOf(door, guest)).toMatchObject({ seat: 'witness' });
  });

  test('is absent for whoever has none, and for the guest of another session', () => {
    expect(() => seatOf(door, { ...clerk, personId: sessionId })).toThrow('not-found');
    const guest = { kind: 'guest', sessionId: personId, seatId: 'W-4K7Q', role: 'witness' } as const;
    expect(() => seatOf(door, { ...guest, deviceId: 'd' })).toThrow('not-found');
  });

  test('is refused to somebody who has another role by now', () => {
    expect(() => seatOf(door, { ...clerk, role: 'prosecutor' })).toThrow('not-your-role');
  });
});
