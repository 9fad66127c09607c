import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { admitted, arrived, opened, paused, unopened } from '../../functions/rooms/room.ts';
import { viewOf } from '../../functions/rooms/view.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import type { Door } from '../../functions/sessions/door.ts';

const seats: Role[] = ['clerk', 'prosecutor', 'witness', 'interpreter'];
const door: Door = {
  sessionId: 'session',
  caseId: 'case',
  version: 1,
  status: 'booked',
  start: '2026-11-25T03:00:00.000Z',
  end: '2026-11-25T04:00:00.000Z',
  opensAt: '2026-11-25T02:00:00.000Z',
  closesAt: '2026-11-25T06:00:00.000Z',
  gates: {
    permission: 'open',
    attendingOfficer: 'open',
    consent: 'open',
    riskPlan: 'open',
    interpreter: 'open',
  },
  rooms: 'booked',
  seats: seats.map((seat) => ({ seat, pseudonym: `${seat}-X`, personId: `person-of-${seat}` })),
};
const device = { camera: true, microphone: true, connection: 'weak' } as const;
const names = { roomName: 'room', randomBytes: (length: number) => randomBytes(length) };

let room = opened(unopened('session'), 'clerk', names);
room = admitted(arrived(room, 'prosecutor', device), 'prosecutor', randomBytes);
room = arrived(room, 'witness', device);
const withWitness = admitted(room, 'witness', randomBytes);

const seen = (of: typeof room, seat: Role) => viewOf(door, of, seat).seats.map((taken) => taken.seat);

describe('the view of a seat', () => {
  it('shows a guest who waits nobody else', () => {
    expect(seen(room, 'witness')).toEqual(['witness']);
    expect(JSON.stringify(viewOf(door, room, 'witness'))).not.toContain('prosecutor');
  });

  it('shows a guest who is in everybody, by role and pseudonym, also while paused', () => {
    expect(seen(withWitness, 'witness')).toEqual(seats);
    expect(seen(paused(withWitness, 'witness', 'pause'), 'witness')).toEqual(seats);
  });

  it('gives identities only to those who are in', () => {
    const outside = arrived(opened(unopened('session'), 'clerk', names), 'prosecutor', device);
    expect(outside.seats.clerk?.identity).toBeDefined();
    expect(JSON.stringify(viewOf(door, outside, 'prosecutor'))).not.toContain('identity');
    expect(JSON.stringify(viewOf(door, room, 'interpreter'))).not.toContain('identity');
    expect(viewOf(door, withWitness, 'witness').seats.find(({ seat }) => seat === 'clerk')?.identity).toBe(
      withWitness.seats.clerk?.identity,
    );
  });

  it('shows devices to the clerk alone, and person ids, room names and gates to nobody', () => {
    const asClerk = viewOf(door, withWitness, 'clerk');
    expect(asClerk.seats.find(({ seat }) => seat === 'witness')?.device).toEqual(device);
    for (const seat of seats) {
      const text = JSON.stringify(viewOf(door, withWitness, seat));
      if (seat !== 'clerk') expect(text).not.toContain('"device"');
      expect(text).not.toMatch(/person-of|"room"|permission/);
    }
  });
});
