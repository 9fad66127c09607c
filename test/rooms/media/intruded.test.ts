import { describe, expect, it } from 'vitest';
import { acknowledged, arrived } from '../../../functions/rooms/room.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import {
  admitted,
  alarmOf,
  device,
  ended,
  hearing,
  identityOf,
  intruded,
  refusalOf,
  running,
} from '../made-rooms.ts';

describe('an intruder in the room', () => {
  it('costs the seat whose pass it was its place, and everybody else gets another room', () => {
    const before = running('witness', 'prosecutor');
    const after = intruded(before, alarmOf('prosecutor'));
    expect(after.seats['prosecutor']).toEqual({ state: 'away', emptied: 1 });
    expect(after.seats['witness']).toMatchObject({ state: 'admitted' });
    expect(identityOf(after, 'witness')).not.toBe(identityOf(before, 'witness'));
    expect(after).toMatchObject({ phase: 'open', epoch: before.epoch + 1, retired: [hearing(before)] });
    expect(hearing(after)).not.toBe(hearing(before));
    expect(after.alarms).toEqual([alarmOf('prosecutor')]);
  });

  it('comes in again by the clerk alone', () => {
    const after = intruded(running('prosecutor'), alarmOf('prosecutor'));
    const waits = arrived(after, 'prosecutor', device);
    expect(waits.seats['prosecutor']?.state).toBe('waiting');
    const back = admitted(waits, 'prosecutor');
    expect(back.seats['prosecutor']?.state).toBe('admitted');
    expect(back.alarms).toHaveLength(1);
  });

  it('whom no seat brought costs nobody their place', () => {
    const before = running('witness');
    const unknown = { kind: 'unknown-participant', at: parseInstant('2026-11-28T03:00:00Z') } as const;
    const after = intruded(before, unknown);
    expect(Object.values(after.seats).map(({ state }) => state)).toEqual(['admitted', 'admitted']);
    expect(after.epoch).toBe(before.epoch + 1);
  });

  it('again and again fills no item: the latest twenty are kept for the clerk', () => {
    let room = running('witness');
    for (let time = 0; time < 30; time += 1) room = intruded(room, alarmOf('prosecutor'));
    expect(room.alarms).toHaveLength(20);
  });

  it('is taken note of until the end, and no longer', () => {
    const room = intruded(running('witness'), alarmOf('witness'));
    expect(acknowledged(room).alarms).toEqual([]);
    expect(refusalOf(() => acknowledged(ended(room)))).toBe('room-ended');
  });
});
