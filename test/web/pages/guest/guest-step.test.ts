import { describe, expect, it } from 'vitest';
import { stepOf, type GuestFacts } from '../../../../web/src/pages/guest/guest-step.ts';
import type { RoomView } from '../../../../web/src/video/room-view.ts';

const view = (parts: Partial<RoomView>): RoomView =>
  ({ phase: 'open', mySeat: 'witness', myState: 'admitted', pauses: [], ...parts }) as RoomView;
const step = (parts: Partial<GuestFacts>) =>
  stepOf({ hasLink: true, seat: 'taken', view: view({}), telling: false, ...parts });

describe('which page a guest sees', () => {
  it('before there is a seat: PIN with a link, an explanation without', () => {
    expect(step({ seat: 'unknown', view: undefined })).toBe('loading');
    expect(step({ seat: 'none', view: undefined })).toBe('pin');
    expect(step({ seat: 'none', view: undefined, hasLink: false })).toBe('no-link');
    expect(step({ view: undefined })).toBe('loading');
  });

  it('on the way in: check, wait, room', () => {
    expect(step({ view: view({ myState: 'away', phase: 'closed' }) })).toBe('check');
    expect(step({ view: view({ myState: 'away' }) })).toBe('check');
    expect(step({ view: view({ myState: 'waiting', phase: 'closed' }) })).toBe('waiting');
    expect(step({ view: view({ myState: 'waiting' }) })).toBe('waiting');
    expect(step({ view: view({ myState: 'waiting', phase: 'paused' }) })).toBe('waiting');
    expect(step({})).toBe('room');
  });

  it('a gate that closes brings her back to waiting, not to an empty room', () => {
    expect(step({ view: view({ phase: 'closed' }) })).toBe('waiting');
  });

  it('pauses: her own, her stop, and others’', () => {
    const paused = { phase: 'paused' } as const;
    expect(step({ view: view({ ...paused, pauses: [{ seat: 'witness', kind: 'pause' }] }) })).toBe(
      'paused-by-me',
    );
    expect(step({ view: view({ ...paused, pauses: [{ seat: 'witness', kind: 'stop' }] }) })).toBe(
      'stopped-by-me',
    );
    expect(step({ view: view({ ...paused, pauses: [{ seat: 'clerk', kind: 'pause' }] }) })).toBe(
      'paused-by-others',
    );
  });

  it('her press counts before the court knows it, whatever the room does meanwhile', () => {
    for (const meanwhile of [
      view({}),
      view({ phase: 'paused', pauses: [{ seat: 'clerk', kind: 'pause' }] }),
      view({ phase: 'closed', myState: 'waiting' }),
      view({ myState: 'away' }),
    ])
      expect(step({ telling: true, view: meanwhile })).toBe('telling');
  });

  it('the end is the end, also with a pause on its way', () => {
    expect(step({ view: view({ phase: 'ended' }) })).toBe('ended');
    expect(step({ view: view({ phase: 'ended' }), telling: true })).toBe('ended');
  });

  it('a seat given to another device is over, whatever was last seen', () => {
    expect(step({ seat: 'lost' })).toBe('over');
    expect(step({ seat: 'lost', telling: true })).toBe('over');
  });
});
