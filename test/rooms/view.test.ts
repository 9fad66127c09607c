import { describe, expect, it } from 'vitest';
import { arrived, paused as pausedBy, unopened, type Room } from '../../functions/rooms/room.ts';
import { viewOf as viewFor } from '../../functions/rooms/view.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import type { Door, Seat } from '../../functions/sessions/port/door.ts';
import { admitted, alarmOf, identityOf, intruded, opened, removed, shut } from './made-rooms.ts';
import { allOpen } from '../support/all-open.ts';

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
  gates: allOpen,
  rooms: 'booked',
  seats: seats.map((seat) => ({ seat, pseudonym: seat, personId: `person-of-${seat}` })),
};
const now = new Date(door.start);
const device = { camera: true, microphone: true, connection: 'weak' } as const;

let room = opened(unopened('session'), 'clerk');
room = admitted(arrived(room, 'prosecutor', device), 'prosecutor');
room = arrived(room, 'witness', device);
const withWitness = admitted(room, 'witness');

/** In these tests everybody has the name of their seat. */
const viewOf = (at: Door, of: Room, seat: Role) => viewFor(at, of, { seat, pseudonym: seat }, now);
const paused = (of: Room, seat: Role, kind: 'pause') => pausedBy(of, { seat, pseudonym: seat }, kind);
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

  it('tells a guest who waits, or was put out, neither of a pause nor of the door, whatever happens', () => {
    const away = opened(unopened('session'), 'clerk');
    const inTurn = [
      away,
      arrived(away, 'witness', device),
      removed(withWitness, 'witness'),
      arrived(removed(withWitness, 'witness'), 'witness', device),
      shut(withWitness),
    ];
    const closed = { ...door, gates: { ...door.gates, consent: 'refused' as const } };
    for (const of of inTurn) {
      const quiet = viewOf(door, of, 'witness');
      expect(quiet).toMatchObject({ phase: 'closed', epoch: 0, pauses: [] });
      expect(quiet).not.toHaveProperty('doorOpen');
      expect(viewOf(closed, of, 'witness')).toEqual(quiet);
      if (of.phase === 'open') expect(viewOf(door, paused(of, 'clerk', 'pause'), 'witness')).toEqual(quiet);
    }
  });

  it('shows a guest who was put out their own pause, which they alone can end', () => {
    const both = paused(paused(withWitness, 'witness', 'pause'), 'clerk', 'pause');
    expect(viewOf(door, removed(both, 'witness'), 'witness').pauses).toEqual([
      { seat: 'witness', kind: 'pause' },
    ]);
  });

  it('says of the door to staff alone whether it is open, and to a guest who is in nothing either', () => {
    expect(viewOf(door, withWitness, 'clerk').doorOpen).toBe(true);
    expect(viewOf(door, withWitness, 'witness')).not.toHaveProperty('doorOpen');
  });

  it('shows intruders to the clerk alone', () => {
    const met = intruded(withWitness, alarmOf('prosecutor'));
    expect(viewOf(door, met, 'clerk').alarms).toEqual([alarmOf('prosecutor')]);
    for (const seat of ['prosecutor', 'witness', 'interpreter'] as const)
      expect(viewOf(door, met, seat)).not.toHaveProperty('alarms');
    expect(viewOf(door, withWitness, 'clerk')).not.toHaveProperty('alarms');
  });

  it('gives identities only to those who are in', () => {
    const outside = arrived(opened(unopened('session'), 'clerk'), 'prosecutor', device);
    expect(identityOf(outside, 'clerk')).toBeDefined();
    expect(JSON.stringify(viewOf(door, outside, 'prosecutor'))).not.toContain('identity');
    expect(JSON.stringify(viewOf(door, room, 'interpreter'))).not.toContain('identity');
    expect(viewOf(door, withWitness, 'witness').seats.find(({ seat }) => seat === 'clerk')?.identity).toBe(
      identityOf(withWitness, 'clerk'),
    );
  });

  it('shows devices to the clerk alone, and person ids, room names and gates to nobody', () => {
    const asClerk = viewOf(door, withWitness, 'clerk');
    expect(asClerk.seats.find(({ seat }) => seat === 'witness')?.device).toEqual(device);
    for (const seat of seats) {
      const text = JSON.stringify(viewOf(door, withWitness, seat));
      if (seat !== 'clerk') expect(text).not.toContain('"device"');
      expect(text).not.toMatch(/person-of|room-\d|permission/);
    }
  });

  it('of one of two interpreters is that one’s own', () => {
    const [one, two] = ['I-2222', 'I-4444'].map((pseudonym) => ({
      seat: 'interpreter' as const,
      pseudonym,
    })) as [Seat, Seat];
    const team = { ...door, seats: [...door.seats.slice(0, 3), one, two] };
    const waiting = arrived(room, one.pseudonym, device);
    expect(viewFor(team, waiting, one, now)).toMatchObject({ myPseudonym: 'I-2222', myState: 'waiting' });
    expect(viewFor(team, waiting, one, now).seats.map(({ pseudonym }) => pseudonym)).toEqual(['I-2222']);
    expect(viewFor(team, waiting, two, now)).toMatchObject({ myPseudonym: 'I-4444', myState: 'away' });
    const both = admitted(arrived(admitted(waiting, 'I-2222'), 'I-4444', device), 'I-4444');
    const shown = viewFor(team, both, two, now).seats.filter(({ seat }) => seat === 'interpreter');
    expect(shown.map(({ pseudonym, state }) => [pseudonym, state])).toEqual([
      ['I-2222', 'admitted'],
      ['I-4444', 'admitted'],
    ]);
    expect(new Set(shown.map(({ identity }) => identity)).size).toBe(2);
  });
});
