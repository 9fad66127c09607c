import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrived, unopened, type Room } from '../../functions/rooms/room.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import { Refusal } from '../../functions/shared/refusals.ts';
import {
  admitted,
  alarmOf,
  device,
  ended,
  hearing,
  identityOf,
  intruded,
  opened,
  paused,
  removed,
  resumed,
  shut,
} from './made-rooms.ts';

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
      step: fc.constantFrom(
        'admit' as const,
        'remove' as const,
        'intrude' as const,
        'pause' as const,
        'resume' as const,
      ),
      seat,
    }),
  );

  const take = (room: Room, { step, seat: who }: { step: string; seat: Role }): Room => {
    switch (step) {
      case 'arrive':
        return arrived(room, who, device);
      case 'open':
        return opened(room, who);
      case 'shut':
        return shut(room);
      case 'end':
        return ended(room);
      case 'admit':
        return admitted(room, who);
      case 'remove':
        return removed(room, who);
      case 'intrude':
        return room.phase === 'open' ? intruded(room, alarmOf(who)) : room;
      case 'pause':
        return paused(room, who, 'pause');
      default:
        return resumed(room, who);
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
          const isAnybodyIn = Object.values(room.seats).some(({ state }) => state === 'admitted');
          expect(hearing(room) !== undefined).toBe(room.phase === 'open' && isAnybodyIn);
          if (room.phase !== 'closed') expect(room.pauses.length > 0).toBe(room.phase === 'paused');
          // To close and to open a room is no way round a stop: whoever paused says go on.
          const goneOn = before.pauses.filter((one) => room.pauses.every((still) => still.seat !== one.seat));
          if (next.step !== 'end')
            expect(goneOn.map((one) => one.seat)).toEqual(
              next.step === 'resume' && goneOn.length > 0 ? [next.seat] : [],
            );
          if (hearing(before) !== undefined && hearing(before) !== hearing(room)) {
            expect(room.retired).toContain(hearing(before));
            if (hearing(room) !== undefined) expect(rooms).not.toContain(hearing(room));
          }
          rooms.add(hearing(room) ?? 'none');
          for (const [who, taken] of Object.entries(room.seats)) {
            const identity = identityOf(room, who);
            expect(identity !== undefined).toBe(room.phase === 'open' && taken.state === 'admitted');
            if (identity === undefined) continue;
            expect(owners.get(identity) ?? who).toBe(who);
            owners.set(identity, who as Role);
          }
        }
      }),
      { numRuns: 600 },
    );
  });
});
