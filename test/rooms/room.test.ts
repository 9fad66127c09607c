import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  admitted,
  arrived,
  ended,
  withReplacedEvicted,
  opened,
  paused as pausedBy,
  removed,
  resumed,
  shut,
  unopened,
  vacated,
  withoutFormer,
  type PauseKind,
  type Room,
} from '../../functions/rooms/room.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import { Refusal } from '../../functions/shared/refusals.ts';

const device = { camera: true, microphone: true, connection: 'good' } as const;
interface Occupied {
  readonly seat: Role;
  readonly pseudonym: string;
}
let made = 0;
const names = () => ({
  roomName: `room-${(made += 1)}`,
  randomBytes: (length: number) => randomBytes(length),
});

/** The code of the refusal that a step gives, or `none`. */
const refusalOf = (run: () => unknown): string => {
  try {
    run();
    return 'none';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

/** In these tests everybody has the name of their seat. */
const paused = (room: Room, seat: Role, kind: PauseKind): Room =>
  pausedBy(room, { seat, pseudonym: seat }, kind);

const running = (...seats: Role[]): Room => {
  let room = opened(unopened('session'), 'clerk', names());
  for (const seat of seats) room = admitted(arrived(room, seat, device), seat, randomBytes);
  return room;
};

describe('opening and letting in', () => {
  it('has nobody in it but the clerk when it opens', () => {
    const room = opened(arrived(unopened('session'), 'witness', device), 'clerk', names());
    expect(room.seats['clerk']?.state).toBe('admitted');
    expect(room.seats['witness']).toEqual({ state: 'waiting', device });
    expect(room.phase).toBe('open');
  });

  it('lets in only a seat that waits, and only into an open room', () => {
    expect(refusalOf(() => admitted(unopened('s'), 'witness', randomBytes))).toBe('room-not-open');
    expect(refusalOf(() => admitted(running(), 'witness', randomBytes))).toBe('not-waiting');
    expect(
      admitted(arrived(running(), 'witness', device), 'witness', randomBytes).seats['witness']?.state,
    ).toBe('admitted');
  });

  it('keeps the identity of somebody who reloads the page', () => {
    const room = running('witness');
    expect(arrived(room, 'witness', { ...device, camera: false }).seats['witness']).toEqual({
      ...room.seats['witness'],
      device: { ...device, camera: false },
    });
  });
});

describe('a pause', () => {
  it('takes the room away, and only the seat that paused brings one back', () => {
    const before = running('witness', 'prosecutor');
    const room = paused(before, 'witness', 'pause');
    expect(room.phase).toBe('paused');
    expect(room.roomName).toBeUndefined();
    expect(room.retired).toEqual([before.roomName]);
    expect(refusalOf(() => resumed(room, 'clerk', names()))).toBe('not-yours-to-resume');
    const after = resumed(room, 'witness', names());
    expect(after.phase).toBe('open');
    expect(after.roomName).not.toBe(before.roomName);
    expect(after.seats['prosecutor']?.identity).not.toBe(before.seats['prosecutor']?.identity);
  });

  it('waits for everybody who paused', () => {
    const both = paused(
      paused(running('witness', 'support-officer'), 'witness', 'pause'),
      'support-officer',
      'pause',
    );
    const one = resumed(both, 'support-officer', names());
    expect(one.phase).toBe('paused');
    expect(one.pauses).toEqual([{ seat: 'witness', kind: 'pause' }]);
    expect(resumed(one, 'witness', names()).phase).toBe('open');
  });

  it('becomes a stop when the same seat says stop', () => {
    const room = paused(paused(running('witness'), 'witness', 'pause'), 'witness', 'stop');
    expect(room.pauses).toEqual([{ seat: 'witness', kind: 'stop' }]);
  });

  it('does not let the clerk open over it', () => {
    expect(refusalOf(() => opened(paused(running('witness'), 'witness', 'pause'), 'clerk', names()))).toBe(
      'room-paused',
    );
  });
});

describe('putting out', () => {
  it('gives the others another room under other identities, and the one put out none', () => {
    const before = running('witness', 'prosecutor');
    const room = removed(before, 'prosecutor', names());
    expect(room.seats['prosecutor']).toEqual({ state: 'away' });
    expect(room.retired).toContain(before.roomName);
    expect(room.seats['witness']?.identity).not.toBe(before.seats['witness']?.identity);
    expect(room.epoch).toBe(before.epoch + 1);
  });

  it('of a device that is not in the room disturbs nobody', () => {
    const before = arrived(running('prosecutor'), 'witness', device);
    const room = vacated(before, 'witness', names());
    expect(room.roomName).toBe(before.roomName);
    expect(room.seats['witness']).toEqual({ state: 'away' });
  });
});

describe('the end', () => {
  it('has no way back', () => {
    const room = ended(running('witness'));
    const steps = [
      () => arrived(room, 'witness', device),
      () => opened(room, 'clerk', names()),
      () => admitted(room, 'witness', randomBytes),
      () => paused(room, 'witness', 'pause'),
      () => resumed(room, 'witness', names()),
      () => removed(room, 'witness', names()),
      () => ended(room),
    ];
    expect(steps.map(refusalOf)).toEqual(steps.map(() => 'room-ended'));
  });
});

describe('any sequence of steps', () => {
  const seats: Role[] = ['clerk', 'witness', 'prosecutor', 'interpreter'];
  const seat = fc.constantFrom(...seats);
  const move = fc.oneof(
    fc.record({ step: fc.constant('arrive' as const), seat }),
    fc.record({
      step: fc.constantFrom('open' as const, 'shut' as const, 'end' as const),
      seat: fc.constant('clerk'),
    }),
    fc.record({
      step: fc.constantFrom('admit' as const, 'remove' as const, 'pause' as const, 'resume' as const),
      seat,
    }),
  );

  const take = (room: Room, { step, seat: who }: { step: string; seat: Role }): Room => {
    switch (step) {
      case 'arrive':
        return arrived(room, who, device);
      case 'open':
        return opened(room, who, names());
      case 'shut':
        return shut(room);
      case 'end':
        return ended(room);
      case 'admit':
        return admitted(room, who, randomBytes);
      case 'remove':
        return removed(room, who, names());
      case 'pause':
        return paused(room, who, 'pause');
      default:
        return resumed(room, who, names());
    }
  };

  it('never has a room while somebody pauses it, never uses a room or an identity twice, never forgets one', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        let room = unopened('session');
        const rooms = new Set<string>();
        const owners = new Map<string, Role>();
        for (const next of moves) {
          const before = room;
          try {
            room = take(room, next);
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
            continue;
          }
          expect(room.roomName !== undefined).toBe(room.phase === 'open');
          expect(room.pauses.length > 0).toBe(room.phase === 'paused');
          if (before.roomName !== undefined && before.roomName !== room.roomName) {
            expect(room.retired).toContain(before.roomName);
            expect(rooms.has(room.roomName ?? 'none')).toBe(false);
          }
          if (room.roomName !== undefined) rooms.add(room.roomName);
          for (const [who, taken] of Object.entries(room.seats)) {
            if (room.phase === 'open') expect(taken.identity !== undefined).toBe(taken.state === 'admitted');
            if (taken.identity === undefined) continue;
            expect(owners.get(taken.identity) ?? who).toBe(who);
            owners.set(taken.identity, who as Role);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a seat that is given to somebody else', () => {
  const seat = (role: Role, pseudonym: string) => ({ seat: role, pseudonym });
  const [clerk, witness] = [seat('clerk', 'clerk'), seat('witness', 'W-2222')];
  const [one, two, newcomer] = ['I-2222', 'I-4444', 'I-6666'].map((name) => seat('interpreter', name)) as [
    Occupied,
    Occupied,
    Occupied,
  ];
  const before = [clerk, one, two, witness];
  const after = [clerk, newcomer, two, witness];
  const inside = (...who: readonly Occupied[]): Room =>
    who.reduce(
      (room, { pseudonym }) => admitted(arrived(room, pseudonym, device), pseudonym, randomBytes),
      running(),
    );

  it('is empty, and the others, also of the same team, get another room if the one before was in it', () => {
    const room = inside(one, two, witness);
    const next = withReplacedEvicted(room, after, names());
    expect(next.seats[one.pseudonym]).toEqual({ state: 'away' });
    expect([next.epoch, next.retired]).toEqual([room.epoch + 1, [room.roomName]]);
    for (const { pseudonym } of [two, witness]) {
      expect(next.seats[pseudonym]?.state).toBe('admitted');
      expect(next.seats[pseudonym]?.identity).not.toBe(room.seats[pseudonym]?.identity);
    }
  });

  it('is empty without another room for one who only waited, or while nobody is in a room', () => {
    const waiting = arrived(inside(witness), one.pseudonym, device);
    expect(withReplacedEvicted(waiting, after, names())).toEqual({
      ...waiting,
      seats: { ...waiting.seats, [one.pseudonym]: { state: 'away' } },
    });
    const held = pausedBy(inside(one, witness), witness, 'pause');
    expect(withReplacedEvicted(held, after, names())).toMatchObject({ phase: 'paused', epoch: held.epoch });
    expect(withoutFormer(held, after).seats[one.pseudonym]).toEqual({ state: 'away' });
  });

  it('stays with whoever has it: nothing happens where nobody was replaced, or the newcomer has come', () => {
    const room = inside(one, two, witness);
    expect(withReplacedEvicted(room, before, names())).toBe(room);
    const come = arrived(withReplacedEvicted(room, after, names()), newcomer.pseudonym, device);
    expect(come.seats[newcomer.pseudonym]?.state).toBe('waiting');
    expect(withReplacedEvicted(come, after, names())).toBe(come);
  });
});
