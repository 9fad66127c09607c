import { describe, expect, it } from 'vitest';
import { resumed } from '../../functions/rooms/room.ts';
import { parseRoom, putRoom, withPauses } from '../../functions/rooms/store.ts';

/** As rooms were stored in November 2026, when a pause was called a hold. */
const stored = {
  pk: 'session#01jd0000000000000000000001',
  sk: 'room',
  sessionId: '01jd0000000000000000000001',
  version: 4,
  phase: 'paused',
  epoch: 1,
  holds: [{ seat: 'witness', kind: 'stop' }],
  retired: ['room-1'],
  seats: { 'W-4821': { state: 'admitted', identity: 'one' } },
};

describe('a room that was stored with holds', () => {
  it('is read as paused, and goes on when the same seat says so', () => {
    const room = parseRoom(stored, stored.sessionId);
    expect(room.pauses).toEqual([{ seat: 'witness', kind: 'stop' }]);
    expect(resumed(room, 'witness')).toMatchObject({ phase: 'open', pauses: [] });
  });

  it('is written with pauses from then on', () => {
    const room = parseRoom(stored, stored.sessionId);
    expect(putRoom(room, room)).toMatchObject({ item: { pauses: [{ seat: 'witness', kind: 'stop' }] } });
    expect(putRoom(room, room)).not.toHaveProperty('item.holds');
  });

  it('is answered in the words of now, also to a retry of a request that was answered before', () => {
    expect(withPauses({ phase: 'paused', holds: stored.holds })).toEqual({
      phase: 'paused',
      pauses: stored.holds,
    });
  });

  it('and an answer that says nothing stays as it is', () => {
    for (const answer of [null, undefined, 'done', { phase: 'open' }])
      expect(withPauses(answer)).toEqual(answer);
  });
});
