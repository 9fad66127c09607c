import { admitted, ended, hearing, identityOf, opened, removed } from './made-rooms.ts';
import { describe, expect, it } from 'vitest';
import { mayEnter as mayEnterAs } from '../../functions/rooms/may-enter.ts';
import { arrived, paused as pausedBy, unopened, type Room } from '../../functions/rooms/room.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import { gateNames } from '../../functions/sessions/port/gates.ts';
import type { Door } from '../../functions/sessions/port/door.ts';
import { Refusal } from '../../functions/shared/refusals.ts';
import { allOpen } from '../support/all-open.ts';

const now = new Date('2026-11-25T03:00:00Z');
const door: Door = {
  sessionId: 'session',
  caseId: 'case',
  version: 7,
  status: 'booked',
  start: '2026-11-25T03:00:00.000Z',
  end: '2026-11-25T04:00:00.000Z',
  opensAt: '2026-11-25T02:00:00.000Z',
  closesAt: '2026-11-25T06:00:00.000Z',
  gates: allOpen,
  rooms: 'booked',
  seats: (['clerk', 'witness', 'prosecutor', 'interpreter'] as const).map((seat) => ({
    seat,
    pseudonym: seat,
  })),
};
const device = { camera: true, microphone: true, connection: 'good' } as const;
const open = opened(unopened('session'), 'clerk');
const inside = admitted(arrived(open, 'witness', device), 'witness');

const insideToo = admitted(arrived(open, 'prosecutor', device), 'prosecutor');

/** In these tests everybody has the name of their seat. */
const mayEnter = (at: Door, of: Room, seat: Role, when: Date) =>
  mayEnterAs(at, of, { seat, pseudonym: seat }, when);
const paused = (of: Room, seat: Role, kind: 'pause' | 'stop') =>
  pausedBy(of, { seat, pseudonym: seat }, kind);

const answer = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('mayEnter', () => {
  it('gives the room and the identity when everything allows it', () => {
    expect(mayEnter(door, inside, 'witness', now)).toEqual({
      key: 'hearing',
      roomName: hearing(inside),
      since: 1,
      identity: identityOf(inside, 'witness'),
    });
  });

  it.each(gateNames)('refuses while the gate %s is not open', (gate) => {
    for (const state of ['missing', 'refused'] as const) {
      const closed = { ...door, gates: { ...door.gates, [gate]: state } };
      expect(answer(() => mayEnter(closed, insideToo, 'prosecutor', now))).toBe('gates-closed');
      // A gate may be another one’s word, of which a guest learns nothing.
      expect(answer(() => mayEnter(closed, inside, 'witness', now))).toBe('room-not-open');
    }
  });

  it.each(['witness', 'interpreter'] as const)(
    'tells a guest (%s) who was not let in neither of a gate, nor of the hour, nor of a pause',
    (seat) => {
      const closed = { ...door, gates: { ...door.gates, consent: 'refused' as const } };
      const waiting = arrived(open, seat, device);
      const held = paused(waiting, 'clerk', 'stop');
      for (const room of [open, waiting, held])
        for (const at of [now, new Date('2026-11-25T01:00:00Z')])
          expect(answer(() => mayEnter(closed, room, seat, at))).toBe('not-admitted');
    },
  );

  it.each([
    ['before the rooms open', door, inside, '2026-11-25T01:59:59.999Z', 'outside-window'],
    ['from the moment they close', door, inside, '2026-11-25T06:00:00.000Z', 'outside-window'],
    ['after the session was cancelled', { ...door, status: 'cancelled' as const }, inside, now, 'room-ended'],
    ['after the end', { ...door, status: 'ended' as const }, ended(inside), now, 'room-ended'],
    ['before admission', door, arrived(open, 'witness', device), now, 'not-admitted'],
    ['to somebody who never came', door, open, now, 'not-admitted'],
    ['after being put out', door, removed(inside, 'witness'), now, 'not-admitted'],
    ['during a pause', door, paused(inside, 'witness', 'pause'), now, 'room-paused'],
  ])('refuses %s', (_, someDoor, room, at, code) => {
    expect(answer(() => mayEnter(someDoor, room, 'witness', new Date(at)))).toBe(code);
  });
});
