import { randomBytes } from 'node:crypto';
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
  unopened,
  vacated,
  withoutFormer,
  type Room,
} from '../../functions/rooms/room.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import { device, type Occupied, names, refusalOf, paused, running } from './made-rooms.ts';

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
    expect(room.seats['prosecutor']).toEqual({ state: 'away', emptied: 1 });
    expect(room.retired).toContain(before.roomName);
    expect(room.seats['witness']?.identity).not.toBe(before.seats['witness']?.identity);
    expect(room.epoch).toBe(before.epoch + 1);
  });

  it('of a device that is not in the room disturbs nobody', () => {
    const before = arrived(running('prosecutor'), 'witness', device);
    const room = vacated(before, 'witness', names());
    expect(room.roomName).toBe(before.roomName);
    expect(room.seats['witness']).toEqual({ state: 'away', emptied: 1 });
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
    expect(next.seats[one.pseudonym]).toEqual({ state: 'away', emptied: 1 });
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
      seats: { ...waiting.seats, [one.pseudonym]: { state: 'away', emptied: 1 } },
    });
    const held = pausedBy(inside(one, witness), witness, 'pause');
    expect(withReplacedEvicted(held, after, names())).toMatchObject({ phase: 'paused', epoch: held.epoch });
    expect(withoutFormer(held, after).seats[one.pseudonym]).toEqual({ state: 'away', emptied: 1 });
  });

  it('stays with whoever has it: nothing happens where nobody was replaced, or the newcomer has come', () => {
    const room = inside(one, two, witness);
    expect(withReplacedEvicted(room, before, names())).toBe(room);
    const come = arrived(withReplacedEvicted(room, after, names()), newcomer.pseudonym, device);
    expect(come.seats[newcomer.pseudonym]?.state).toBe('waiting');
    expect(withReplacedEvicted(come, after, names())).toBe(come);
  });
});
