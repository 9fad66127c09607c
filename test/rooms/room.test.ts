import { describe, expect, it } from 'vitest';
import {
  arrived,
  paused as pausedBy,
  unopened,
  withoutFormer,
  type Room,
} from '../../functions/rooms/room.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import {
  admitted,
  device,
  ended,
  hearing,
  identityOf,
  opened,
  paused,
  refusalOf,
  removed,
  resumed,
  running,
  type Occupied,
  vacated,
  withReplacedEvicted,
} from './made-rooms.ts';

describe('opening and letting in', () => {
  it('has nobody in it but the clerk when it opens', () => {
    const room = opened(arrived(unopened('session'), 'witness', device), 'clerk');
    expect(room.seats['clerk']?.state).toBe('admitted');
    expect(room.seats['witness']).toEqual({ state: 'waiting', device });
    expect(room.phase).toBe('open');
  });

  it('lets in only a seat that waits, and only into an open room', () => {
    expect(refusalOf(() => admitted(unopened('s'), 'witness'))).toBe('room-not-open');
    expect(refusalOf(() => admitted(running(), 'witness'))).toBe('not-waiting');
    expect(admitted(arrived(running(), 'witness', device), 'witness').seats['witness']?.state).toBe(
      'admitted',
    );
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
    expect(hearing(room)).toBeUndefined();
    expect(room.retired).toEqual([hearing(before)]);
    expect(refusalOf(() => resumed(room, 'clerk'))).toBe('not-yours-to-resume');
    const after = resumed(room, 'witness');
    expect(after.phase).toBe('open');
    expect(hearing(after)).not.toBe(hearing(before));
    expect(identityOf(after, 'prosecutor')).not.toBe(identityOf(before, 'prosecutor'));
  });

  it('waits for everybody who paused', () => {
    const both = paused(
      paused(running('witness', 'support-officer'), 'witness', 'pause'),
      'support-officer',
      'pause',
    );
    const one = resumed(both, 'support-officer');
    expect(one.phase).toBe('paused');
    expect(one.pauses).toEqual([{ seat: 'witness', kind: 'pause' }]);
    expect(resumed(one, 'witness').phase).toBe('open');
  });

  it('becomes a stop when the same seat says stop', () => {
    const room = paused(paused(running('witness'), 'witness', 'pause'), 'witness', 'stop');
    expect(room.pauses).toEqual([{ seat: 'witness', kind: 'stop' }]);
  });

  it('does not let the clerk open over it', () => {
    expect(refusalOf(() => opened(paused(running('witness'), 'witness', 'pause'), 'clerk'))).toBe(
      'room-paused',
    );
  });
});

describe('putting out', () => {
  it('gives the others another room under other identities, and the one put out none', () => {
    const before = running('witness', 'prosecutor');
    const room = removed(before, 'prosecutor');
    expect(room.seats['prosecutor']).toEqual({ state: 'away', emptied: 1 });
    expect(room.retired).toContain(hearing(before));
    expect(identityOf(room, 'witness')).not.toBe(identityOf(before, 'witness'));
    expect(room.epoch).toBe(before.epoch + 1);
  });

  it('of a device that is not in the room disturbs nobody', () => {
    const before = arrived(running('prosecutor'), 'witness', device);
    const room = vacated(before, 'witness');
    expect(hearing(room)).toBe(hearing(before));
    expect(room.seats['witness']).toEqual({ state: 'away', emptied: 1 });
  });
});

describe('the end', () => {
  it('has no way back', () => {
    const room = ended(running('witness'));
    const steps = [
      () => arrived(room, 'witness', device),
      () => opened(room, 'clerk'),
      () => admitted(room, 'witness'),
      () => paused(room, 'witness', 'pause'),
      () => resumed(room, 'witness'),
      () => removed(room, 'witness'),
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
    who.reduce((room, { pseudonym }) => admitted(arrived(room, pseudonym, device), pseudonym), running());

  it('is empty, and the others, also of the same team, get another room if the one before was in it', () => {
    const room = inside(one, two, witness);
    const next = withReplacedEvicted(room, after);
    expect(next.seats[one.pseudonym]).toEqual({ state: 'away', emptied: 1 });
    expect([next.epoch, next.retired]).toEqual([room.epoch + 1, [hearing(room)]]);
    for (const { pseudonym } of [two, witness]) {
      expect(next.seats[pseudonym]?.state).toBe('admitted');
      expect(identityOf(next, pseudonym)).not.toBe(identityOf(room, pseudonym));
    }
  });

  it('is empty without another room for one who only waited, or while nobody is in a room', () => {
    const waiting = arrived(inside(witness), one.pseudonym, device);
    expect(withReplacedEvicted(waiting, after)).toEqual({
      ...waiting,
      seats: { ...waiting.seats, [one.pseudonym]: { state: 'away', emptied: 1 } },
    });
    const held = pausedBy(inside(one, witness), witness, 'pause');
    expect(withReplacedEvicted(held, after)).toMatchObject({ phase: 'paused', epoch: held.epoch });
    expect(withoutFormer(held, after).seats[one.pseudonym]).toEqual({ state: 'away', emptied: 1 });
  });

  it('stays with whoever has it: nothing happens where nobody was replaced, or the newcomer has come', () => {
    const room = inside(one, two, witness);
    expect(withReplacedEvicted(room, before)).toBe(room);
    const come = arrived(withReplacedEvicted(room, after), newcomer.pseudonym, device);
    expect(come.seats[newcomer.pseudonym]?.state).toBe('waiting');
    expect(withReplacedEvicted(come, after)).toBe(come);
  });
});
